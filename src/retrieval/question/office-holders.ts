import { byDayWritten } from '../../letters/dates/days.ts';
import { orderedAmong } from '../ordered-among.ts';
import type { Corpus, CorpusPassage } from '../types.ts';
import { lastName } from './called.ts';
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
    const holder = states(each, number) ? holderIn(each, says) : '';
    return holder === '' ? [] : [{ number, holder, letter: each.letter.metadata }];
  });
  const newest = new Map<string, number>();
  for (const { number, holder } of signed.toSorted((a, b) => byDayWritten(b.letter, a.letter)))
    if (!newest.has(holder)) newest.set(holder, number);
  const places = new Map(meant([...newest], when).map(([, number], place) => [number, place]));
  const all = new Set(signed.map(({ number }) => number));
  return {
    isOutdone: (passage) => all.has(passage) && !places.has(passage),
    newestFirst: (ranked) => orderedAmong(ranked, ({ passage }) => places.get(passage) ?? null),
  };
}

type Holder = readonly [names: string, signature: number];

/** @param holders newest first */
function meant(holders: readonly Holder[], when: 'now' | 'before' | Neighbour): readonly Holder[] {
  if (when === 'now') return holders;
  if (when === 'before') return holders.slice(1);
  const place = holders.findIndex(([names]) => names.split(' ').includes(lastName(when.name)));
  if (place < 0) return [];
  return when.is === 'before' ? holders.slice(place + 1, place + 2) : holders.slice(0, place).slice(-1);
}

/** The last names of who signed a letter by an office; empty where it is not told which of them holds it. */
function holderIn({ letter }: CorpusPassage, says: (text: string) => boolean): string {
  const holders = letter.metadata.signatories.filter(({ office }) => office !== null && says(office));
  return holders.map(({ name }) => lastName(name)).join(' ');
}
