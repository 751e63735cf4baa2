import type { Letter } from '../../letters/types.ts';
import { contentStems } from '../../retrieval/analysis/content-words.ts';
import { stem } from '../../retrieval/analysis/stem.ts';
import { type Sentence, sentencesOf } from '../selection/sentences.ts';
import { turn } from '../turn.ts';

/** A sentence with the share of words it has in common with another text, 0 to 1. */
export interface Match {
  readonly sentence: Sentence;
  readonly shared: number;
}

/** Finds sentences of many letters by the words they share with a text. */
export interface SentenceIndex {
  sentencesOf(letter: Letter): readonly Sentence[];
  /** Sentences of letters that fit, the most alike first. */
  alike(text: string, fits: (letter: Letter) => boolean): readonly Match[];
}

/** One word in common is chance. */
const LEAST_SHARED = 2;
/** Sentences with fewer words than this are not more alike for it. */
const FEW_WORDS = 4;
/** Words every promise uses say nothing of its matter. */
const PROMISING = new Set(
  'kamer kabinet informeren toegezegd brief zullen ontvangen minister ministers nederland bijeenkomst verslag'
    .split(' ')
    .map(stem.nl),
);

export async function indexSentences(letters: readonly Letter[], signal?: AbortSignal): Promise<SentenceIndex> {
  const byLetter = new Map<Letter, readonly Sentence[]>();
  const entries: { readonly sentence: Sentence; readonly words: number }[] = [];
  const postings = new Map<string, number[]>();
  for (const letter of letters) {
    const sentences = sentencesOf(letter);
    byLetter.set(letter, sentences);
    for (const sentence of sentences) {
      const words = contentWords(sentence.text);
      for (const word of words) {
        const posting = postings.get(word);
        if (posting) posting.push(entries.length);
        else postings.set(word, [entries.length]);
      }
      entries.push({ sentence, words: words.size });
    }
    await turn(signal);
  }
  return {
    sentencesOf: (letter) => byLetter.get(letter) ?? [],
    alike(text, fits) {
      const words = contentWords(text);
      const counts = new Map<number, number>();
      for (const word of words) for (const at of postings.get(word) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
      return [...counts]
        .flatMap(([at, count]) => {
          const entry = entries[at];
          if (!entry || count < LEAST_SHARED || !fits(entry.sentence.letter)) return [];
          const most = Math.max(FEW_WORDS, Math.min(entry.words, words.size));
          return [{ sentence: entry.sentence, shared: Math.min(1, count / most) }];
        })
        .sort((a, b) => b.shared - a.shared);
    },
  };
}

function contentWords(text: string): Set<string> {
  return new Set(contentStems(text).filter((word) => word.length > 2 && !PROMISING.has(word)));
}
