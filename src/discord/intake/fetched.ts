import type { LetterEntry } from '../../answers/schema.ts';
import { type NamedPaper, namedPaper, paperName } from '../../letters/papers.ts';
import type { Context } from '../context.ts';
import { notice } from '../messages/notice.ts';
import { cutAtWord } from '../messages/parts/excerpt.ts';
import type { OutgoingMessage } from '../messages/parts/parts.ts';
import { officialServices } from './official-services.ts';
import type { ReadFile } from './port.ts';

const TITLE = 200;
const KIND = 80;

/** The paper that somebody named by its number, as it would be taken in, or the message that says why it can't be had. */
export async function fetched(
  typed: string,
  { intake, library, config, waiting, log, texts }: Context,
): Promise<ReadFile | { readonly problem: OutgoingMessage }> {
  const { paper: say } = texts.intake;
  const paper = namedPaper(typed);
  if (paper === null) return { problem: notice(say.malformed) };
  const name = paperName({ dossiers: [paper.dossier], number: paper.number }) ?? typed;
  const known = library.letters.find((letter) => isPaper(letter, paper));
  if (known) return { problem: notice(say.known(name, cutAtWord(known.title, TITLE))) };
  const read = await intake.fetch({ paper, ...officialServices(config) }, waiting.signal);
  if (!('why' in read)) return read;
  log.warn({ paper: name, why: read.why, detail: read.detail }, 'a paper could not be fetched');
  return { problem: notice(say[read.why](name, cutAtWord(read.kind ?? '', KIND))) };
}

function isPaper({ dossiers, number }: LetterEntry, paper: NamedPaper): boolean {
  return number === paper.number && dossiers.includes(paper.dossier);
}
