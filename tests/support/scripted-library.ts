import { createLibrary } from '../../src/answers/library.ts';
import type { IndexSource, Library } from '../../src/answers/types.ts';
import { corpusPassages } from '../../src/indexing/stored.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import { readLetters } from '../../src/letters/read.ts';
import type { Letter } from '../../src/letters/types.ts';
import type { Corpus, Retrieval, Retriever } from '../../src/retrieval/types.ts';
import { SEEDS } from './folders.ts';

/** Answers by counting shared words: no model, no index, the same every time. Reads "oktober 2021" as a filter. */
export function wordRetriever(corpus: Corpus): Retriever {
  const bags = corpus.passages.map(({ passage }) => new Set(wordsOf(passage.text)));
  return {
    async retrieve({ question, previous, filters = {}, usual = {}, readFilters = true, top = 3 }): Promise<Retrieval> {
      const asked = wordsOf(`${question} ${previous ?? ''}`);
      const named = /oktober 2021/i.test(question) ? { from: '2021-10-01', to: '2021-10-31' } : usual;
      const understood = readFilters ? named : {};
      const { letter, meeting, from = '', to = '9999' } = { ...understood, ...filters };
      const fits = (l: Letter) => {
        const date = l.metadata.meeting?.dates[0] ?? l.metadata.letterDate ?? '';
        const isNamed = meeting === undefined || l.metadata.meeting?.id === meeting;
        return isNamed && (letter === undefined || l.id === letter) && date >= from && date <= to;
      };
      const scored = corpus.passages
        .map((entry, passage) => ({ passage, entry, score: asked.filter((word) => bags[passage]?.has(word)).length }))
        .filter(({ score, entry }) => score > 0 && fits(entry.letter))
        .sort((a, b) => b.score - a.score || a.passage - b.passage);
      const best = scored[0]?.score ?? 0;
      const answered = best > 1 || (asked.length === 1 && best === 1);
      return {
        language: /\b(what|the|does|is|about)\b/i.test(question) ? 'en' : 'nl',
        answered,
        confidence: Math.min(1, best / 2),
        reasonCode: answered ? null : best === 0 ? 'off_topic' : 'not_in_letters',
        subjectFound: false,
        understood,
        passages: scored.slice(0, top).map(({ passage, entry, score }) => ({
          passage,
          score,
          highlights: entry.passage.sentences.slice(0, 1),
          answers: true,
          bears: true,
        })),
        period: null,
        elsewhere: [],
        elsewhereSure: false,
        absentWords: [],
      };
    },
    lettersAbout: (subject, _, among) =>
      among.filter((letter) => wordsOf(subject).every((word) => wordsOf(letter.source).includes(word))),
    lettersCalled: (subject, _, among) =>
      among.filter((letter) => wordsOf(subject).every((word) => wordsOf(letter.title).includes(word))),
    says: (text, subject) => wordsOf(subject).every((word) => wordsOf(text).includes(word)),
  };
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu) ?? []).filter(
    (word) => !/^(schrijft|minister|letters)/.test(word),
  );
}

let seeds: Promise<readonly Letter[]> | null = null;

/** The project's letters, read once in a process. */
async function seedLetters(): Promise<readonly Letter[]> {
  seeds ??= readLetters(SEEDS).then(({ letters }) => letters);
  return seeds;
}

/** A library of the project's letters and more, given as text by file name. */
export async function scriptedLibrary(
  more: Readonly<Record<string, string>> = {},
  version = 'scripted-1',
): Promise<Library> {
  const added = Object.entries(more).map(([file, source]) => parseLetter({ file, source }));
  const letters = [...(await seedLetters()), ...added];
  const corpus: Corpus = { letters, passages: corpusPassages(letters) };
  const about = {
    version,
    model: 'shared words',
    builtAt: '2026-01-02T03:04:05.000Z',
    passages: corpus.passages.length,
  };
  return createLibrary({ corpus, retriever: wordRetriever(corpus), about });
}

/** An index source whose next index a test decides. */
export function scriptedSource(library: Library): IndexSource & { next: Library | Error | null; damage: Error | null } {
  let current = library;
  return {
    next: null,
    damage: null,
    current: () => current,
    async reload() {
      if (this.next instanceof Error) throw this.next;
      current = this.next ?? current;
      this.next = null;
      return current;
    },
    async changed() {
      if (this.damage) throw this.damage;
      return this.next !== null;
    },
  };
}
