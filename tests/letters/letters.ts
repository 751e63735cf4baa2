import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../src/letters/decode.ts';
import { Fates } from '../../src/letters/fates.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import type { Sidecar } from '../../src/letters/sidecar.ts';
import type { Letter, PartKind, Span } from '../../src/letters/types.ts';
import { buildVocabulary } from '../../src/letters/vocabulary.ts';
import { SEEDS } from '../support/folders.ts';

const names = readdirSync(SEEDS)
  .filter((name) => name.endsWith('.txt'))
  .sort();
const sources = names.map((name) => decodeText(readFileSync(join(SEEDS, name)), name));
const { decide } = new Fates(() => buildVocabulary(sources));

/** The five real letters, parsed with the words of them all. */
export const seeds: readonly Letter[] = names.map((file, i) => parseLetter({ file, source: sources[i]!, decide }));

export function seed(number: number): Letter {
  const letter = seeds[number];
  if (!letter) throw new Error(`There is no letter ${number} in seeds.`);
  return letter;
}

export function letterOf(source: string, file = 'made-up.txt'): Letter {
  return parseLetter({ file, source });
}

export function textOf(letter: Letter, span: Span): string {
  return letter.source.slice(span.start, span.end);
}

/** The source text of all parts of a kind, white space folded. */
export function partsOf(letter: Letter, kind: PartKind): string[] {
  return letter.parts.filter((part) => part.kind === kind).map((part) => textOf(letter, part).replace(/\s+/g, ' '));
}

export function headingsOf(letter: Letter): (string | null)[] {
  return letter.sections.slice(1).map((section) => section.title);
}

/** The passage that holds some words; fails where there is none. */
export function passageWith(letter: Letter, words: string): Letter['passages'][number] {
  const found = letter.passages.find((passage) => passage.text.includes(words));
  if (!found) throw new Error(`No passage of ${letter.file} holds "${words}".`);
  return found;
}

/** A sidecar over which whatever reads it stumbles, as over a fault of the program. */
export function stumblingBlock(): Sidecar {
  return {
    get title(): string {
      throw new RangeError('stumbled');
    },
  };
}

/** Breaks a text into lines as a PDF does. */
export function wrap(text: string, width = 75): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** A paragraph of ordinary Dutch, wrapped. */
export const PARAGRAPH = wrap(
  'De ministers spraken over de versterking van de samenwerking tussen de lidstaten en over de rol van de Unie ' +
    'daarbij. Nederland heeft aandacht gevraagd voor de weerbaarheid van de samenleving. Het kabinet zal uw Kamer ' +
    'in het najaar informeren over de verdere uitwerking van de voorstellen.',
);
