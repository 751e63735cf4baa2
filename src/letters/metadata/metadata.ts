import { findDates } from '../dates/find.ts';
import type { YearClues } from '../dates/year-inference.ts';
import type { Sidecar } from '../sidecar.ts';
import type { LetterMetadata } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';
import { combine, type Statements } from './combine.ts';
import { findPaperNumber } from './dossiers.ts';
import { firstAndOthers, NOTHING } from './field.ts';
import { findKind } from './kind.ts';
import { findLetterDate } from './letter-date.ts';
import { type FoundMeeting, readMeeting } from './meeting.ts';
import { namedMeeting } from './named-meeting.ts';
import { findOpenings, type Opening } from './opening.ts';
import { findSignatories } from './signatories.ts';
import { findSubject } from './subject.ts';

/** Everything that is known about a letter, and the meeting's name also where its dates are not. */
export interface FoundMetadata {
  readonly metadata: LetterMetadata;
  readonly meetingName: string | null;
}

/** Reads a letter's metadata from its text and its sidecar, which wins. */
export function findMetadata(texts: readonly UnitText[], sidecar: Sidecar | undefined): FoundMetadata {
  const letterDate = findLetterDate(texts);
  const clues = yearClues(texts, sidecar?.letterDate ?? letterDate.value);
  const openings = findOpenings(texts);
  const { opening, found } = bestMeeting(openings, clues);
  const subject = findSubject(texts);
  const isDated = Boolean(found?.meeting.value);
  const isSure = opening?.inferredFrom === null;
  const named = isDated ? null : namedMeeting(texts, subject, isSure ? (found?.name ?? null) : null, clues);
  const meeting = named?.meeting ?? found?.meeting ?? NOTHING;
  const stated: Statements = {
    kind: findKind(texts, opening, isDated, subject),
    subject,
    letterDate,
    meeting,
    ...findPaperNumber(texts),
    signatories: findSignatories(texts),
  };
  return { metadata: combine(stated, sidecar), meetingName: named?.name ?? found?.name ?? null };
}

/** The first opening that names a meeting with dates, with the dates others state; else the first that names one. */
function bestMeeting(
  openings: readonly Opening[],
  clues: YearClues,
): { opening?: Opening; found?: FoundMeeting | undefined } {
  const [first] = openings;
  if (!first) return {};
  const candidates = openings
    .filter((one) => one.kind === first.kind)
    .map((opening) => ({ opening, found: readMeeting(opening, clues) }));
  const stated = candidates.filter(({ opening }) => opening.inferredFrom === null).map(({ found }) => found.meeting);
  const dated = candidates.find(({ found }) => found.meeting.value)?.found;
  if (!dated) return { opening: first, found: candidates.find(({ found }) => found.name)?.found };
  const { others = [] } = firstAndOthers([dated.meeting, ...stated], ({ dates }) => dates.join(' '));
  return { opening: first, found: { ...dated, meeting: { ...dated.meeting, others } } };
}

function yearClues(texts: readonly UnitText[], letterDate: string | null): YearClues {
  const session = texts
    .filter(({ unit }) => unit.kind === 'furniture' || unit.kind === 'metadata')
    .flatMap(({ form }) => /vergaderjaar (\d{4})/i.exec(form.text)?.[1] ?? []);
  return {
    letterDate,
    sessionYear: session[0] === undefined ? null : Number(session[0]),
    years: () => namedYears(texts),
  };
}

/** The years of days and months that a text names. A year alone can be the name of something ("Defensievisie 2035"). */
function namedYears(texts: readonly UnitText[]): Map<number, number> {
  const years = new Map<number, number>();
  for (const { form } of texts) {
    for (const { dates } of findDates(form.text)) {
      const [first] = dates;
      if (first?.year && first.month !== null) years.set(first.year, (years.get(first.year) ?? 0) + 1);
    }
  }
  return years;
}
