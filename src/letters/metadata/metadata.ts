import { findDates } from '../dates.ts';
import type { Sidecar } from '../sidecar.ts';
import type { LetterKind, LetterMetadata, Meeting, MetadataField, Signatory } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';
import type { YearClues } from '../year-inference.ts';
import { findPaperNumber, publicationUrl, tidyDossier } from './dossiers.ts';
import { type Field, field, NOTHING } from './field.ts';
import { findLetterDate } from './letter-date.ts';
import { type FoundMeeting, readMeeting } from './meeting.ts';
import { meetingId } from './meeting-id.ts';
import { findOpenings, type Opening } from './opening.ts';
import { findSubject } from './subject.ts';

interface Statements {
  readonly kind: Field<LetterKind>;
  readonly subject: Field<string>;
  readonly letterDate: Field<string>;
  readonly meeting: Field<Meeting>;
  readonly dossiers: Field<readonly string[]>;
  readonly number: Field<string>;
  readonly signatories: Field<readonly Signatory[]>;
}

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
  const stated: Statements = {
    kind: opening ? kindOf(opening) : NOTHING,
    subject: findSubject(texts),
    letterDate,
    meeting: found?.meeting ?? NOTHING,
    ...findPaperNumber(texts),
    signatories: findSignatories(texts),
  };
  return { metadata: combine(stated, sidecar), meetingName: found?.name ?? null };
}

/** The first opening that names a meeting with dates; else the first that names one; else the first. */
function bestMeeting(openings: readonly Opening[], clues: YearClues): { opening?: Opening; found?: FoundMeeting } {
  const [first] = openings;
  if (!first) return {};
  const candidates = openings
    .filter((one) => one.kind === first.kind)
    .map((opening) => ({ opening, found: readMeeting(opening, clues) }));
  const best = candidates.find(({ found }) => found.meeting.value) ?? candidates.find(({ found }) => found.name);
  return best ? { opening: first, found: best.found } : { opening: first };
}

function kindOf(opening: Opening): Field<LetterKind> {
  const stated = field<LetterKind>(opening.text, opening.words, opening.kind);
  return opening.inferredFrom === null ? stated : { value: opening.kind, inferredFrom: opening.inferredFrom };
}

function findSignatories(texts: readonly UnitText[]): Field<readonly Signatory[]> {
  const signed = texts.filter(({ unit }) => unit.signatories?.some(({ name }) => name !== null));
  const people = signed.flatMap(({ unit }) =>
    (unit.signatories ?? []).flatMap(({ name, office }) => (name === null ? [] : [{ name, office }])),
  );
  const unique = people.filter(
    (one, i) => people.findIndex((other) => other.name === one.name && other.office === one.office) === i,
  );
  return unique.length > 0 ? { value: unique, spans: signed.map(({ hull }) => hull) } : NOTHING;
}

function yearClues(texts: readonly UnitText[], letterDate: string | null): YearClues {
  const years = new Map<number, number>();
  let sessionYear: number | null = null;
  for (const { unit, form } of texts) {
    if (unit.kind === 'furniture' || unit.kind === 'metadata') {
      const session = /vergaderjaar (\d{4})/i.exec(form.text)?.[1];
      if (session !== undefined) sessionYear ??= Number(session);
    }
    if (letterDate !== null || unit.kind === 'furniture') continue;
    for (const { dates } of findDates(form.text)) {
      const [first] = dates;
      if (first?.year && first.month !== null) years.set(first.year, (years.get(first.year) ?? 0) + 1);
    }
  }
  return { letterDate, sessionYear, years };
}

/** Puts text and sidecar together: values, where they are stated, what is inferred, where sources disagree. */
function combine(found: Statements, sidecar: Sidecar = {}): LetterMetadata {
  const stated: LetterMetadata['stated'][number][] = [];
  const inferred: LetterMetadata['inferred'][number][] = [];
  const conflicts: LetterMetadata['conflicts'][number][] = [];
  const choose = <T>(
    name: MetadataField,
    fromText: Field<T>,
    given: T | undefined,
    show: (value: T) => string,
  ): T | null => {
    for (const span of fromText.spans ?? []) stated.push({ field: name, span });
    const shown = fromText.value === null ? [] : [show(fromText.value), ...(fromText.others ?? [])];
    const values = given === undefined ? shown : [...new Set([show(given), ...shown])];
    if (values.length > 1 && !(given !== undefined && fromText.inferredFrom !== undefined))
      conflicts.push({ field: name, values });
    if (given !== undefined) return given;
    if (fromText.inferredFrom !== undefined) inferred.push({ field: name, from: fromText.inferredFrom });
    return fromText.value;
  };
  const same = (value: string): string => value;
  const kind = choose('kind', found.kind, sidecar.kind, same) ?? 'other';
  const letterDate = choose('letterDate', found.letterDate, sidecar.letterDate, same);
  const meeting = choose(
    'meeting',
    found.meeting,
    givenMeeting(sidecar),
    ({ name, dates }) => `${name}, ${dates.join(' ')}`,
  );
  const given = sidecar.dossiers?.map(tidyDossier);
  const dossiers = choose('dossiers', found.dossiers, given, (list) => list.join(', ')) ?? [];
  const number = choose('number', found.number, sidecar.number, same);
  const people = sidecar.signatories?.map(({ name, office }) => ({ name, office: office ?? null }));
  const signatories =
    choose('signatories', found.signatories, people, (list) => list.map(({ name }) => name).join(', ')) ?? [];
  const subject = choose('subject', found.subject, sidecar.subject, same);
  const isSure = number !== null && !inferred.some((one) => one.field === 'dossiers' || one.field === 'number');
  const ownUrl = isSure && dossiers[0] !== undefined ? publicationUrl(dossiers[0], number) : null;
  const order = orderConflict(kind, letterDate, meeting);
  if (order) conflicts.push(order);
  const url = sidecar.url ?? ownUrl;
  return { kind, subject, letterDate, meeting, dossiers, number, signatories, url, stated, inferred, conflicts };
}

function givenMeeting({ meeting }: Sidecar): Meeting | undefined {
  if (!meeting) return undefined;
  const dates = [...new Set(meeting.dates)].sort();
  return { id: meetingId(meeting.name, dates), name: meeting.name, dates, place: meeting.place ?? null };
}

/** A report is written after its meeting begins, an agenda before it ends. */
function orderConflict(
  kind: LetterKind,
  letterDate: string | null,
  meeting: Meeting | null,
): LetterMetadata['conflicts'][number] | null {
  const [first] = meeting?.dates ?? [];
  const last = meeting?.dates.at(-1);
  if (letterDate === null || first === undefined || last === undefined) return null;
  const wrong = (kind === 'report' && letterDate < first) || (kind === 'annotated_agenda' && letterDate > last);
  return wrong ? { field: 'letterDate', values: [letterDate, ...(meeting?.dates ?? [])] } : null;
}
