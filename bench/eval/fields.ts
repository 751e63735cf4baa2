import { commitmentsIn } from '../../src/answers/commitments/commitments.ts';
import { wordVectors } from '../../src/answers/selection/word-vectors.ts';
import { Fates } from '../../src/letters/fates.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import type { Letter, Meeting, PartKind } from '../../src/letters/types.ts';
import { buildVocabulary } from '../../src/letters/vocabulary.ts';
import { type FactSet, factSets, type LetterFacts } from './letter-facts.ts';
import { type Report, reportOf, type Table } from './report.ts';

/** How many things were found, how many there are, and how many of those found are among them. */
interface Counts {
  found: number;
  there: number;
  right: number;
}

/** What is wrong: the letter, the field, what was found and what is there. */
type Miss = readonly [file: string, field: string, found: string, there: string];

/** Fields as things of which a letter has none, one or more, in the form in which they are compared. */
const FIELDS: Readonly<Record<string, (of: Facts) => readonly string[]>> = {
  kind: ({ kind }) => [kind],
  subject: ({ subject }) => some(subject),
  title: ({ title }) => [title],
  'letter date': ({ letterDate }) => some(letterDate),
  dossiers: ({ dossiers }) => dossiers,
  number: ({ number }) => some(number),
  signatories: ({ signatories }) => signatories.map(({ name, office }) => `${name}, ${office?.toLowerCase() ?? ''}`),
  meeting: ({ meeting }) => (meeting ? [`${meeting.name}, ${meeting.dates.join(' ')}`] : []),
  footnotes: ({ footnotes = 0 }) => Array.from({ length: footnotes }, (_, i) => String(i + 1)),
};

type Facts = Pick<LetterFacts, 'title' | 'footnotes'> &
  Pick<Letter['metadata'], 'kind' | 'subject' | 'letterDate' | 'dossiers' | 'number' | 'signatories'> & {
    readonly meeting: Pick<Meeting, 'name' | 'dates'> | null;
  };

/** Precision and recall of each field that is read from letters, by set. */
export async function fields(real: string | undefined): Promise<Report> {
  const sets = await factSets(real);
  const measured = await Promise.all(sets.map(measure));
  const names = [...Object.keys(FIELDS), 'promises', 'question of an answer', 'passages without furniture'];
  const header = ['field', ...sets.flatMap(({ name }) => [`${name}: precision`, 'recall', 'of'])];
  const rows = names.map((name) => [name, ...measured.flatMap(({ counts }) => shares(counts.get(name)))]);
  const letters = sets.map(({ name, letters: all }) => `${all.length} ${name}`).join(', ');
  const misses = measured.flatMap(({ misses: own }) => own.map((miss) => miss.join(' | ')));
  return reportOf('fields', [`${letters}.`, [header, ...rows] satisfies Table], { more: [misses.join('\n')] });
}

async function measure({ letters }: FactSet): Promise<{ counts: Map<string, Counts>; misses: readonly Miss[] }> {
  const { decide } = new Fates(() => buildVocabulary(letters.map(({ source }) => source)));
  const counts = new Map<string, Counts>();
  const misses: Miss[] = [];
  for (const { file, source, facts } of letters) {
    const letter = parseLetter({ file, source, decide });
    const compare = (field: string, found: readonly string[], there: readonly string[]): void => {
      const right = found.filter((one) => there.includes(one)).length;
      add(counts, field, { found: found.length, there: there.length, right });
      if (right < Math.max(found.length, there.length)) misses.push([file, field, found.join('; '), there.join('; ')]);
    };
    for (const [field, valuesOf] of Object.entries(FIELDS)) {
      if (field === 'footnotes' && facts.footnotes === undefined) continue;
      compare(field, valuesOf(factsOf(letter)), valuesOf(facts));
    }
    if (facts.pairs)
      compare(
        'question of an answer',
        pairsOf(letter),
        facts.pairs.map((pair) => pair.join(' | ')),
      );
    if (facts.promises) comparePromises(await promisesOf(letter), facts, compare);
    const quoted = letter.passages.filter(({ kind }) => QUOTED.has(kind)).map(({ text }) => text);
    const clean = quoted.filter((text) => !facts.unquoted?.some((words) => text.includes(words)));
    if (facts.unquoted) compare('passages without furniture', quoted, clean);
  }
  return { counts, misses };
}

const QUOTED: ReadonlySet<PartKind> = new Set(['paragraph', 'footnote']);

function factsOf({ title, metadata, parts }: Letter): Facts {
  const { kind, subject, letterDate, dossiers, number, signatories, meeting } = metadata;
  const footnotes = parts.filter((part) => part.kind === 'footnote').length;
  return { kind, subject, title, letterDate, dossiers, number, signatories, meeting, footnotes };
}

function pairsOf({ passages, sections }: Letter): string[] {
  return passages.flatMap(({ kind, section, text }) => {
    const question = sections[section]?.question ?? null;
    return question === null || kind !== 'paragraph' ? [] : [`${question} | ${text}`];
  });
}

async function promisesOf(letter: Letter): Promise<string[]> {
  const found = await commitmentsIn([letter], wordVectors);
  return found.map(({ quote }) => quote.marks.map(({ start, end }) => quote.text.slice(start, end)).join(' '));
}

function comparePromises(
  sentences: readonly string[],
  { promises = [], maybePromises = [] }: LetterFacts,
  compare: (field: string, found: readonly string[], there: readonly string[]) => void,
): void {
  const counted = sentences.filter((sentence) => !maybePromises.some((words) => sentence.includes(words)));
  const named = counted.map((sentence) => promises.find((words) => sentence.includes(words)) ?? sentence);
  compare('promises', [...new Set(named)], promises);
}

function add(counts: Map<string, Counts>, field: string, { found, there, right }: Counts): void {
  const sum = counts.get(field) ?? { found: 0, there: 0, right: 0 };
  counts.set(field, { found: sum.found + found, there: sum.there + there, right: sum.right + right });
}

function shares(counts: Counts | undefined): string[] {
  if (!counts) return ['-', '-', '-'];
  const share = (of: number) => (of === 0 ? '-' : (counts.right / of).toFixed(2));
  return [share(counts.found), share(counts.there), String(counts.there)];
}

function some(value: string | null): string[] {
  return value === null ? [] : [value];
}
