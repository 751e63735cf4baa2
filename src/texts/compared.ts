import { formatDates, type TextLanguage } from './dates.ts';
import { overviews } from './overviews.ts';

/** A side of a comparison, as it is named. */
interface Side {
  readonly meeting: { readonly name: string; readonly dates: readonly string[] } | null;
  readonly letters: readonly { readonly title: string }[];
  readonly sentences: number;
}

/** What a side is called: its meeting, else its letter. */
export function sideName({ meeting, letters }: Side, language: TextLanguage): string {
  if (!meeting) return letters[0]?.title ?? '';
  return meeting.dates.length > 0 ? `${meeting.name}, ${formatDates(meeting.dates, language)}` : meeting.name;
}

/** Which side says nothing about the subject, for people; none where both speak of it. */
export function silentSides(sides: readonly Side[], language: TextLanguage): string[] {
  const { comparison: labels } = overviews(language);
  return sides.filter(({ sentences }) => sentences === 0).map((side) => labels.silent(sideName(side, language)));
}
