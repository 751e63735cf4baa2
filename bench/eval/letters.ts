import type { Encoder } from '../../src/encoder/types.ts';
import { readLetters } from '../../src/letters/read.ts';
import { embed, searchable } from './corpus.ts';
import { inDatabase } from './in-database.ts';
import { outcomesOf } from './outcomes.ts';
import { readQuestions } from './questions.ts';
import {
  breakdown,
  comparison,
  type Measured,
  misses,
  OURS,
  plain,
  type Report,
  refusals,
  reportOf,
  times,
} from './report.ts';
import { ABLATIONS, ALONE, briefwijzer, denseChunks, miniSearch } from './systems.ts';

/**
 * Measures on questions about letters: other systems, each signal alone, and the whole without each of them.
 * @param beside another encoder, as others would use it
 * @param database where the index is kept too, to see that the answers are the same
 */
export async function letters(
  folder: string,
  questionsFile: string,
  encoder: Encoder,
  { beside, database }: { readonly beside: Encoder | null; readonly database: string | undefined },
): Promise<Report> {
  const { letters: read } = await readLetters(folder);
  const questions = await readQuestions(questionsFile, read);
  const embedded = await embed(read, encoder);
  const whole = searchable(embedded);
  const bare = searchable(embedded, []);
  const elsewhere = database === undefined ? null : await inDatabase(database, folder, encoder);
  const systems = [
    miniSearch(read, false),
    miniSearch(read, true),
    ...(beside ? [await denseChunks(read, beside)] : []),
    ...ALONE.map(([name, variant]) => briefwijzer(name, whole, variant)),
    ...ALONE.slice(0, 1).map(([name, variant]) => briefwijzer(`${name}, no thesaurus`, bare, variant)),
    briefwijzer(OURS, whole),
    ...(elsewhere ? [elsewhere.system] : []),
    briefwijzer('without the thesaurus and translations', bare),
    ...ABLATIONS.map(([name, variant]) => briefwijzer(name, whole, variant)),
  ];
  const measured: Measured[] = [];
  for (const system of systems) measured.push({ name: system.name, outcomes: await outcomesOf(system, questions) });
  await elsewhere?.store.close();
  const own = measured.find(({ name }) => name === OURS)?.outcomes ?? [];
  const title = `${whole.corpus.passages.length} passages of ${read.length} letters, ${questions.length} questions, encoder ${encoder.name}`;
  return reportOf('letters', [title, comparison(measured), refusals(own)], {
    more: [
      times(own),
      plain(breakdown(own, 'type', ({ question }) => [question.type])),
      plain(breakdown(own, 'letter', ({ question }) => [...new Set(question.gold.map(({ file }) => file))])),
      `Not first:\n${misses(own)}`,
    ],
  });
}
