import type { Letter, Span } from '../letters/types.ts';
import type { CorpusWords, WordsBefore } from '../retrieval/lexical/corpus-words.ts';
import { Lexicon } from '../retrieval/lexical/lexicon.ts';
import type { Thesaurus } from '../retrieval/lexical/thesaurus.ts';
import { corpusWords, passageParts } from '../retrieval/retrieval-data.ts';
import type { Corpus } from '../retrieval/types.ts';
import { sha256 } from './checksum.ts';
import { embeddedHash } from './embed.ts';
import type { IndexBefore } from './index-before.ts';
import { type KnownLetter, readKnownWords } from './known-words.ts';
import type { Manifest } from './manifest.ts';
import { loadFile } from './store.ts';

/** A letter by all that the texts of its passages are made of, wherever it was read from. */
export function knownLetter(letter: Letter): KnownLetter {
  const { source, title, sections, joins, passages } = letter;
  const content = [
    source,
    title,
    sections.map((section) => [section.title, section.question]),
    joins.map(ends),
    passages.map(({ section, text, skipped, sentences }) => [section, text, skipped.map(ends), sentences.map(ends)]),
  ];
  return { checksum: sha256(JSON.stringify(content)), passages: passages.length };
}

function ends({ start, end }: Span): readonly number[] {
  return [start, end];
}

/** @returns null where nothing can be told of the passages of the index before */
export async function readPassagesBefore(
  folder: string,
  index: Manifest | null,
  letters: readonly KnownLetter[],
): Promise<WordsBefore | null> {
  const known = index && (await readKnownWords(folder, index));
  return known && { words: known.words, sameAs: numbersBefore(known.letters, letters) };
}

/** Of each passage of some letters the number that it had among those of before, ascending; -1 of those that are new. */
function numbersBefore(before: readonly KnownLetter[], letters: readonly KnownLetter[]): Int32Array {
  const starts = new Map<string, number>();
  let count = 0;
  for (const { checksum, passages } of before) {
    starts.set(checksum, count);
    count += passages;
  }
  let end = 0;
  return Int32Array.from(
    letters.flatMap(({ checksum, passages }) => {
      const start = starts.get(checksum) ?? -1;
      if (start < end) return new Array<number>(passages).fill(-1);
      end = start + passages;
      return Array.from({ length: passages }, (_, passage) => start + passage);
    }),
  );
}

/** Of each passage the hash of what is encoded. */
export function hashesOf(
  { passages }: Corpus,
  index: Pick<IndexBefore, 'hashes'> | null,
  before: Pick<WordsBefore, 'sameAs'> | null,
): string[] {
  return passages.map((each, passage) => {
    const same = before?.sameAs[passage] ?? -1;
    return index?.hashes[same] ?? embeddedHash(passageParts(each));
  });
}

/** What lexical search needs, and the words it was made of: the same whatever is known of before. */
export async function makeLexicon(
  folder: string,
  index: Manifest | null,
  before: WordsBefore | null,
  corpus: Corpus,
  thesauri: readonly Thesaurus[],
): Promise<{ readonly lexicon: Lexicon; readonly words: CorpusWords }> {
  const bytes = index && before && (await loadFile(folder, index.files.lexical).catch(() => null));
  if (!before || !bytes) {
    const words = corpusWords(corpus);
    return { words, lexicon: Lexicon.of(words, thesauri) };
  }
  const words = corpusWords(corpus, before);
  return { words, lexicon: Lexicon.of(words, thesauri, { lexicon: await Lexicon.load(bytes), sameAs: before.sameAs }) };
}
