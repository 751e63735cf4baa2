import { readable, spanInSource } from '../../letters/readable.ts';
import type { Letter, Span } from '../../letters/types.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';
import { turn } from '../turn.ts';
import { type Candidate, createCandidates, slack } from './candidates.ts';
import { type Comparison, compare } from './compare.ts';
import { type Claim, claimsIn } from './draft.ts';
import { readings, wordsOf } from './folding.ts';
import { createLetterWords, type LetterWords, type Place } from './letter-words.ts';
import type { Check, Checked } from './schema.ts';

/** A draft of some 200 pages, in UTF-16 units: longer ones are refused where they come in. */
export const LONGEST_DRAFT = 600_000;

/** What "[…]" may stand for, in characters: a paragraph or two. Words that are farther apart were not quoted together. */
const MOST_LEFT_OUT = 2_000;

/** How much a claim must have in common with a letter to be nearly there: more for words that nobody called a quotation. */
const NEARLY = { quotation: 0.6, sentence: 0.75 } as const;

/** What leaves something out: "De inzet […] loopt door". */
const OMISSION = /(?<!\s)\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3})\s*/;

/**
 * Compares what a draft quotes, and its own sentences, with all letters. Verbatim is the same but for white space,
 * quotation marks and line-end hyphens; what a quotation marks as left out may be. Takes time that grows with the draft
 * and the letters, not with their product: claims are looked for by three words in a row, in one pass over each letter.
 *
 * @param wordsOfLetter keeps the words of letters for the next draft
 * @param signal stops the work when it aborts
 */
export async function checkDraft(
  letters: readonly Letter[],
  draft: string,
  {
    wordsOfLetter = createLetterWords(),
    signal,
  }: { readonly wordsOfLetter?: (letter: Letter) => LetterWords; readonly signal?: AbortSignal | undefined } = {},
): Promise<Check> {
  const begun = performance.now();
  const claims = claimsIn(draft.slice(0, LONGEST_DRAFT)).map((claim) => ({ ...claim, forms: readings(claim.text) }));
  // What is said twice is looked for once.
  const different = [...new Map(claims.map((claim) => [keyOf(claim), claim])).values()];
  const candidates = createCandidates(
    different.map(({ forms }) => forms.map((text) => wordsOf(text).map(({ form }) => form))),
  );
  for (const letter of letters) {
    candidates.add(wordsOfLetter(letter));
    await turn(signal);
  }
  const judged = new Map<string, Judgement>();
  for (const [number, claim] of different.entries()) {
    judged.set(keyOf(claim), judge(claim, candidates.of(number)));
    if (number % 20 === 0) await turn(signal);
  }
  const checked = claims.map((claim): Checked => {
    const { kind, text, start, end } = claim;
    return { kind, text, start, end, ...(judged.get(keyOf(claim)) ?? NOT_FOUND) };
  });
  const quotations = { verbatim: 0, nearly: 0, not_found: 0 };
  for (const { kind, verdict } of checked) if (kind === 'quotation') quotations[verdict] += 1;
  const shown = checked.filter(({ kind, verdict }) => kind === 'quotation' || verdict !== 'not_found');
  return {
    claims: shown,
    quotations,
    ownSentences: checked.length - shown.length,
    elapsedMs: Math.round((performance.now() - begun) * 10) / 10,
  };
}

type Judgement = Pick<Checked, 'verdict' | 'quote' | 'asked' | 'differences'>;

const NOT_FOUND: Judgement = { verdict: 'not_found', quote: null, asked: false, differences: [] };

interface Folded extends Claim {
  /** As it may be read. */
  readonly forms: readonly string[];
}

function keyOf({ kind, forms }: Folded): string {
  return `${kind} ${forms.join('\n')}`;
}

function judge({ kind, forms }: Folded, candidates: readonly Candidate[]): Judgement {
  const verbatim = [...new Set(candidates.map((candidate) => candidate.words))].flatMap((words): Judgement[] => {
    const found = forms.map((form) => findVerbatim(words, form)).find((span) => span !== null);
    return found ? [{ verdict: 'verbatim', ...sourceAt(words, found), differences: [] }] : [];
  });
  const [first] = verbatim;
  if (first) return verbatim.find(({ asked }) => !asked) ?? first;
  const best = bestComparison(forms[0] ?? '', candidates, NEARLY[kind]);
  if (!best || best.likeness < NEARLY[kind]) return NOT_FOUND;
  return { verdict: 'nearly', ...sourceAt(best.words, best.range), differences: [...best.differences] };
}

/** Where all pieces of a claim stand in a letter, one behind the other, as whole words; null where they do not. */
function findVerbatim({ text }: LetterWords, claim: string): Span | null {
  const pieces = claim.split(OMISSION).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const [first] = pieces;
  if (first === undefined) return null;
  for (let start = wholeWords(text, first, 0); start >= 0; start = wholeWords(text, first, start + 1)) {
    if (follow(text, pieces.slice(1), start + first.length)) return { start, end: start + first.length };
  }
  return null;
}

/** Whether pieces stand one behind the other, with no more left out between them than a reader would expect. */
function follow(text: string, pieces: readonly string[], from: number): boolean {
  let at = from;
  for (const piece of pieces) {
    const near = text.slice(0, at + MOST_LEFT_OUT + piece.length + 2);
    const found = wholeWords(near, piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}

function wholeWords(text: string, piece: string, from: number): number {
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    const begins = !/^[\p{L}\p{N}]/u.test(piece) || !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));
    const end = at + piece.length;
    const ends = !/[\p{L}\p{N}]$/u.test(piece) || !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
    if (begins && ends) return at;
  }
  return -1;
}

function bestComparison(
  claim: string,
  candidates: readonly Candidate[],
  least: number,
): (Comparison & { readonly words: LetterWords }) | null {
  const length = wordsOf(claim).length;
  let best: (Comparison & { readonly words: LetterWords }) | null = null;
  for (const { words, from, shared } of candidates) {
    // They come best first: who shares far less can't be more alike.
    if (best && 2 * shared < (candidates[0]?.shared ?? 0)) break;
    const within = (reach: number) => compareWithin(claim, words, from - reach, from + length + 2 * reach);
    let found = within(slack(length));
    if (found && lacksAnEnd(found)) {
      // It may stand farther off, where the letter says more in between.
      const whole = within(length);
      if (whole && !lacksAnEnd(whole) && whole.likeness >= least) found = whole;
    }
    if (found && found.likeness > (best?.likeness ?? 0)) best = { ...found, words };
  }
  return best;
}

/** Compares a claim with some words of a letter, by their numbers. */
function compareWithin(claim: string, { words, text, shown }: LetterWords, from: number, to: number) {
  const [first, last] = [words[Math.max(0, from)], words[Math.min(words.length - 1, to)]];
  if (!first || !last) return null;
  return compare(claim, text.slice(first.start, last.end), shown.slice(first.start, last.end), first.start);
}

/** Whether the first or last words of a claim are not found. */
function lacksAnEnd({ differences }: Comparison): boolean {
  return differences[0]?.is === 'draft' || differences.at(-1)?.is === 'draft';
}

function sourceAt(letter: LetterWords, words: Span): Pick<Judgement, 'quote' | 'asked'> {
  const place = letter.placeAt(words.start);
  return { quote: place && quoteAt(letter, place, words), asked: place?.isQuestion ?? false };
}

/** The passage in which words begin, with as much of them highlighted as it holds. */
function quoteAt({ letter }: LetterWords, { passage, range }: Place, words: Span): Quote {
  if (!range) return quoteOf(letter, passage);
  const form = readable(letter, passage, passage.skipped);
  const within = { start: words.start - range.start, end: Math.min(words.end, range.end) - range.start };
  if (within.start >= within.end) return quoteOf(letter, passage);
  return quoteOf(letter, passage, { highlights: [spanInSource(form, within)], score: 1 });
}
