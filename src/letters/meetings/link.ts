import type { Letter, Meeting } from '../types.ts';
import { meetingBody, meetingId, namesAlike } from './names.ts';

/**
 * Gives letters about one meeting the same meeting id; the only place where that is decided. It is one meeting where a
 * day is shared and the same body meets: an agenda can announce two days of which only one came about. It is also one
 * where a day is shared and the names are alike, if one letter announces what the other reports.
 *
 * The id is that of the earliest dates, which the agenda has most often, so that a report added later changes no other
 * letter. Which ids the letters came with does not matter: they may have been linked before, with others.
 */
export function linkMeetings(letters: readonly Letter[]): Letter[] {
  const ids = new Map<Meeting, string>();
  for (const { id, about } of joined(ofOneBody(letters))) for (const { meeting } of about) ids.set(meeting, id);
  return letters.map((letter) => {
    const { meeting } = letter.metadata;
    const id = meeting && ids.get(meeting);
    if (!meeting || !id || id === meeting.id) return letter;
    return { ...letter, metadata: { ...letter.metadata, meeting: { ...meeting, id } } };
  });
}

/** Whether a letter precedes its meeting; one that is neither report nor agenda, by its date. */
export function announces({ metadata: { kind, letterDate, meeting } }: Letter): boolean {
  if (kind === 'report' || kind === 'annotated_agenda') return kind === 'annotated_agenda';
  const first = meeting?.dates[0];
  return first !== undefined && letterDate !== null && letterDate < first;
}

/** A meeting as one letter states it. */
interface Statement {
  readonly meeting: Meeting;
  /** Whether the letter precedes the meeting. */
  readonly before: boolean;
}

interface Group {
  readonly id: string;
  readonly about: readonly Statement[];
}

/** Statements of one body that share a day, earliest first. */
function ofOneBody(letters: readonly Letter[]): Group[] {
  const statements = letters.flatMap((letter): Statement[] => {
    const { meeting } = letter.metadata;
    return meeting ? [{ meeting, before: announces(letter) }] : [];
  });
  const ordered = statements.sort((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))));
  const idByDay = new Map<string, string>();
  const groups = new Map<string, Statement[]>();
  for (const statement of ordered) {
    const { meeting } = statement;
    const days = meeting.dates.map((date) => `${meetingBody(meeting.name)} ${date}`);
    const id = days.map((day) => idByDay.get(day)).find((known) => known !== undefined) ?? ownId(meeting);
    for (const day of days) if (!idByDay.has(day)) idByDay.set(day, id);
    groups.set(id, [...(groups.get(id) ?? []), statement]);
  }
  return [...groups].map(([id, about]) => ({ id, about }));
}

function order({ meeting }: Statement): string {
  return `${meeting.dates.join(' ')} ${ownId(meeting)}`;
}

function ownId({ name, dates }: Meeting): string {
  return meetingId(name, dates);
}

/** Brings groups together of which one only announces what the other only reports. */
function joined(groups: readonly Group[]): Group[] {
  const left = [...groups];
  const done: Group[] = [];
  for (let one = left.shift(); one; one = left.shift()) {
    const { id, about } = one;
    const at = left.findIndex((other) => belongTogether(about, other.about));
    const [other] = at < 0 ? [] : left.splice(at, 1);
    done.push(other ? { id, about: [...about, ...other.about] } : one);
  }
  return done;
}

function belongTogether(a: readonly Statement[], b: readonly Statement[]): boolean {
  const before = a[0]?.before;
  const complementary = a.every((one) => one.before === before) && b.every((one) => one.before !== before);
  return complementary && a.some((x) => b.some((y) => sharesDay(x.meeting, y.meeting) && isNamedAlike(x, y)));
}

function sharesDay(a: Meeting, b: Meeting): boolean {
  return a.dates.some((day) => b.dates.includes(day));
}

function isNamedAlike(a: Statement, b: Statement): boolean {
  return namesAlike(a.meeting.name, b.meeting.name);
}
