import { byDayWritten } from '../../letters/dates/days.ts';
import { orderedAmong } from '../ordered-among.ts';
import type { Corpus, CorpusPassage } from '../types.ts';
import { isCalled, lastName } from './called.ts';
import type { Neighbour, OfficeAsked } from './office-asked.ts';

interface HoldersOptions {
  readonly when: OfficeAsked['when'];
  readonly corpus: Corpus;
  /** Whether a text says the office. */
  readonly says: (text: string) => boolean;
  /** Whether a passage may answer as a signature that says the office. */
  readonly states: (each: CorpusPassage, number: number) => boolean;
}

/** The signatures of those who held an office one after the other. */
export interface OfficeHolders {
  /** Whether another signature tells it better: a newer one of the same holder, or any where their predecessor is asked. */
  readonly isOutdone: (passage: number) => boolean;
  /** Passages as they are ranked, but with the signatures among them newest first. */
  readonly newestFirst: <T extends { readonly passage: number }>(ranked: readonly T[]) => readonly T[];
}

/**
 * Who held an office, newest first, by the newest signature of each: signatures say the same but for the name, so that
 * nothing else tells which answers. Without the newest holder where those before are asked, and alone who held it right
 * before or after somebody; null where a time is named.
 */
export function officeHolders({ when, corpus, says, states }: HoldersOptions): OfficeHolders | null {
  if (when === null) return null;
  const signed = corpus.passages.flatMap((each, number) => {
    const names = states(each, number) ? holdersIn(each, says) : [];
    return names.length === 0 ? [] : [{ number, names, letter: each.letter.metadata }];
  });
  const newest = new Map<string, Holder>();
  for (const each of signed.toSorted((a, b) => byDayWritten(b.letter, a.letter))) {
    const key = each.names.map(lastName).join(' ');
    if (!newest.has(key)) newest.set(key, each);
  }
  const places = new Map(meant([...newest.values()], when).map(({ number }, place) => [number, place]));
  const all = new Set(signed.map(({ number }) => number));
  return {
    isOutdone: (passage) => all.has(passage) && !places.has(passage),
    newestFirst: (ranked) => orderedAmong(ranked, ({ passage }) => places.get(passage) ?? null),
  };
}

/** Who signed as one, alone or with another, and the newest passage that says so. */
interface Holder {
  readonly names: readonly string[];
  readonly number: number;
}

/** @param holders newest first */
function meant(holders: readonly Holder[], when: 'now' | 'before' | Neighbour): readonly Holder[] {
  if (when === 'now') return holders;
  if (when === 'before') return holders.slice(1);
  const place = holders.findIndex(({ names }) => names.some((name) => isCalled(name, when.name)));
  if (place < 0) return [];
  return when.is === 'before' ? holders.slice(place + 1, place + 2) : holders.slice(0, place).slice(-1);
}

/** The names of who signed a letter by an office; none where it is not told which of them holds it. */
function holdersIn({ letter }: CorpusPassage, says: (text: string) => boolean): string[] {
  const holders = letter.metadata.signatories.filter(({ office }) => office !== null && says(office));
  return holders.map(({ name }) => name);
}
