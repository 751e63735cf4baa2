import type { Letter, Meeting } from '../letters/types.ts';
import { fold } from '../retrieval/analysis/fold.ts';
import { dateOf } from './letters.ts';

/** The letters about one meeting; or a letter that is about none, by itself. */
export interface MeetingLetters {
  /** The meeting's id, or the letter's where it is about no meeting. */
  readonly id: string;
  readonly meeting: Meeting | null;
  /** Announcements, oldest first. */
  readonly before: readonly Letter[];
  /** Reports, oldest first. */
  readonly after: readonly Letter[];
}

/**
 * Brings letters about the same meeting together, newest meeting first. Letters that name the meeting otherwise, or
 * other days of it, join it where one announces and the other reports, a day is shared and so are the words of the name.
 */
export function meetingsOf(letters: readonly Letter[]): readonly MeetingLetters[] {
  const groups = new Map<string, Letter[]>();
  for (const letter of letters) {
    const id = letter.metadata.meeting?.id ?? letter.id;
    groups.set(id, [...(groups.get(id) ?? []), letter]);
  }
  const found = [...groups].map(([id, members]) => toMeeting(id, members));
  return joined(found).sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || a.id.localeCompare(b.id));
}

/** Which of the two letters that a meeting can have is not there; none for a letter without a meeting. */
export function missingOf({ meeting, before, after }: MeetingLetters): ('before' | 'after')[] {
  if (!meeting) return [];
  return [...(before.length === 0 ? (['before'] as const) : []), ...(after.length === 0 ? (['after'] as const) : [])];
}

/** All letters of a meeting, announcements first. */
export function lettersOf({ before, after }: MeetingLetters): readonly Letter[] {
  return [...before, ...after];
}

function toMeeting(id: string, members: readonly Letter[]): MeetingLetters {
  const oldestFirst = [...members].sort((a, b) => (dateOf(a) ?? '').localeCompare(dateOf(b) ?? ''));
  const before = oldestFirst.filter(announces);
  const after = oldestFirst.filter((letter) => !announces(letter));
  // What the report says of its days wins: an agenda may have named others.
  return { id, meeting: (after[0] ?? before[0])?.metadata.meeting ?? null, before, after };
}

/** Whether a letter precedes its meeting; one of another kind, by its date. */
function announces({ metadata: { kind, letterDate, meeting } }: Letter): boolean {
  if (kind !== 'other') return kind === 'annotated_agenda';
  const first = meeting?.dates[0];
  return first !== undefined && letterDate !== null && letterDate < first;
}

function joined(meetings: readonly MeetingLetters[]): MeetingLetters[] {
  const left = [...meetings];
  const done: MeetingLetters[] = [];
  for (let one = left.shift(); one; one = left.shift()) {
    const other = left.findIndex((candidate) => belongTogether(one!, candidate));
    if (other < 0) done.push(one);
    else {
      const [report, agenda] = one.after.length > 0 ? [one, left[other]!] : [left[other]!, one];
      left.splice(other, 1);
      done.push({ ...report, before: agenda.before });
    }
  }
  return done;
}

function belongTogether(a: MeetingLetters, b: MeetingLetters): boolean {
  if (!a.meeting || !b.meeting) return false;
  const complementary =
    (a.before.length === 0 && b.after.length === 0) || (a.after.length === 0 && b.before.length === 0);
  return complementary && a.meeting.dates.some((day) => b.meeting?.dates.includes(day)) && alike(a.meeting, b.meeting);
}

/** Whether one name holds nearly all words of the other. */
function alike(a: Meeting, b: Meeting): boolean {
  const [few, many] = [nameWords(a), nameWords(b)].sort((x, y) => x.size - y.size);
  const shared = [...few!].filter((word) => many!.has(word)).length;
  return shared > 0 && shared >= 0.75 * few!.size;
}

function nameWords({ name }: Meeting): Set<string> {
  return new Set((fold(name).match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !EMPTY.has(word)));
}

const EMPTY: ReadonlySet<string> = new Set(
  'van voor het een bijeenkomst vergadering informele formele ministeriele raad ministers minister'.split(' '),
);

function dayOf({ meeting, before, after }: MeetingLetters): string {
  const [letter] = [...after, ...before];
  return meeting?.dates.at(-1) ?? (letter && dateOf(letter)) ?? '';
}
