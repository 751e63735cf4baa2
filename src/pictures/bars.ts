import type { TimelineVolume } from '../answers/timeline/schema.ts';
import { formatDate, formatMonth, type TextLanguage } from '../texts/dates.ts';
import { overviews } from '../texts/overviews.ts';
import { cutPlace } from '../whole-characters.ts';

/** One bar of the chart. */
export interface Bar {
  readonly label: string;
  readonly sentences: number;
}

/** More letters than this become one bar a year. */
const LETTERS_SHOWN = 16;
/** More years than this: only the last. */
const YEARS_SHOWN = 24;

/** A bar a letter, labelled by its month; a bar a year where there are many letters. Oldest first. */
export function barsOf(volume: readonly TimelineVolume[], language: TextLanguage): readonly Bar[] {
  const { undated } = overviews(language).timeline;
  const month = (date: string) => {
    const label = formatMonth(date, language);
    return `${label.slice(0, 3)} ${label.slice(-4)}`;
  };
  if (volume.length <= LETTERS_SHOWN)
    return volume.map(({ date, sentences }) => ({ label: date ? month(date) : undated, sentences }));
  const years = new Map<string, number>();
  for (const { date, sentences } of volume) {
    const year = date?.slice(0, 4) ?? undated;
    years.set(year, (years.get(year) ?? 0) + sentences);
  }
  return [...years].map(([label, sentences]) => ({ label, sentences })).slice(-YEARS_SHOWN);
}

/** Longest description that Discord takes, in UTF-16 units. */
const LONGEST = 1000;

/** The chart in words, for whoever can't see it. */
export function chartInWords(subject: string, volume: readonly TimelineVolume[], language: TextLanguage): string {
  const { chart, sentences: count, undated } = overviews(language).timeline;
  const letters = volume
    .filter(({ sentences }) => sentences > 0)
    .map(({ date, sentences }) => `${date ? formatDate(date, language) : undated}: ${count(sentences)}`);
  const words = `${chart(subject)}. ${letters.join('; ')}.`;
  return words.length <= LONGEST ? words : `${words.slice(0, cutPlace(words, LONGEST - 1))}…`;
}
