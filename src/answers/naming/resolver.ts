import type { Period } from '../../letters/dates/periods.ts';
import { mapInSlices } from '../../map-in-slices.ts';
import { createSuggester } from './suggest.ts';
import { isDayOf, nameWords, readTyped, type Typed } from './typed.ts';

/** Something people name by a date, a number or words. */
export interface Named<T> {
  readonly value: T;
  /** Ids and file names that mean it and nothing else. */
  readonly ids: readonly string[];
  /** The words by which it may be called. */
  readonly words: string;
  /** The days (ISO) by which it may be called. */
  readonly days: readonly string[];
  /** Days that mean it where nothing is of that day itself: those of letters about it. */
  readonly lesserDays: readonly string[];
  /** Its paper numbers, as `paperSlugs` writes them. */
  readonly papers: readonly string[];
}

/** What something that was typed means. */
export type Found<T> =
  | { readonly is: 'one'; readonly value: T }
  | { readonly is: 'several'; readonly candidates: readonly T[] }
  | {
      readonly is: 'none';
      /** The nearest there are. */
      readonly candidates: readonly T[];
      /** The days that were named, where nothing is of then. */
      readonly notOf: Period | null;
    };

/** Finds what people name, everywhere in the same way. */
export interface Resolver<T> {
  /** All that was typed must hold: dates, a paper number, and every word, perhaps unfinished. */
  find(typed: string): Found<T>;
  /** For autocomplete, best first, also with typing errors; all for an empty text. */
  suggest(typed: string, limit: number): readonly T[];
}

/** How many there are to choose from where a name is not clear. */
const CANDIDATES = 8;

/** @param entries in the order in which they are offered */
export async function createResolver<T>(entries: readonly Named<T>[]): Promise<Resolver<T>> {
  const all = await mapInSlices(entries, (entry) => ({ entry, words: nameWords(entry.words) }));
  const suggester = await createSuggester(entries);
  const values = (found: readonly Entry<T>[]) => found.map(({ entry }) => entry.value);

  const fitting = (said: Typed) => {
    const papers = said.paper === null ? all : all.filter(({ entry }) => entry.papers.includes(said.paper ?? ''));
    const ofThen = onDays(papers, said);
    return { ofThen, fits: ofThen.filter(({ words }) => holdsAll(words, said.words)) };
  };
  const nearest = (typed: string, ofThen: readonly Entry<T>[]): readonly T[] => {
    const alike = suggester.suggest(typed, CANDIDATES);
    return (alike.length > 0 ? alike : values(ofThen.length > 0 ? ofThen : all)).slice(0, CANDIDATES);
  };

  return {
    find(typed) {
      const named = entries.find(({ ids }) => ids.includes(typed.trim()));
      if (named) return { is: 'one', value: named.value };
      const said = readTyped(typed);
      const { ofThen, fits } = fitting(said);
      const [first] = fits;
      if (first && fits.length === 1 && saysSomething(said)) return { is: 'one', value: first.entry.value };
      if (first) return { is: 'several', candidates: values(fits).slice(0, CANDIDATES) };
      const notOf = said.period !== null && onDays(all, said).length === 0 ? said.period : null;
      const candidates = notOf ? values(nearestInTime(all, notOf)).slice(0, CANDIDATES) : nearest(typed, ofThen);
      return { is: 'none', candidates, notOf };
    },
    suggest(typed, limit) {
      const said = readTyped(typed);
      const { fits } = fitting(said);
      if (saysSomething(said) && fits.length > 0) return values(fits).slice(0, limit);
      return suggester.suggest(typed, limit);
    },
  };
}

interface Entry<T> {
  readonly entry: Named<T>;
  readonly words: ReadonlySet<string>;
}

function saysSomething({ dates, paper, words }: Typed): boolean {
  return dates.length > 0 || paper !== null || words.size > 0;
}

function onDays<T>(all: readonly Entry<T>[], { dates }: Typed): readonly Entry<T>[] {
  const within = (days: readonly string[]) =>
    dates.every((readings) => days.some((day) => readings.some((reading) => isDayOf(day, reading))));
  const own = all.filter(({ entry }) => within(entry.days));
  return own.length > 0 ? own : all.filter(({ entry }) => within([...entry.days, ...entry.lesserDays]));
}

function holdsAll(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  return [...wanted].every((word) => {
    if (words.has(word)) return true;
    if (/^\d/.test(word) || word.length < 3) return false;
    for (const own of words) if (own.startsWith(word)) return true;
    return false;
  });
}

/** Those with days, the nearest to a period first. */
function nearestInTime<T>(all: readonly Entry<T>[], { from, to }: Period): Entry<T>[] {
  const distance = (day: string) => Math.max(Date.parse(from) - Date.parse(day), Date.parse(day) - Date.parse(to));
  return all
    .filter(({ entry }) => entry.days.length > 0)
    .map((each) => ({ each, far: Math.min(...each.entry.days.map(distance)) }))
    .sort((a, b) => a.far - b.far)
    .map(({ each }) => each);
}
