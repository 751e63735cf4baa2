import { meetingId } from '../meetings/names.ts';
import { publicationUrl, tidyDossier } from '../papers.ts';
import type { Sidecar } from '../sidecar.ts';
import type { LetterKind, LetterMetadata, Meeting, MetadataField, Signatory } from '../types.ts';
import type { Field } from './field.ts';

/** What a letter's text says, field by field. */
export interface Statements {
  readonly kind: Field<LetterKind>;
  readonly subject: Field<string>;
  readonly letterDate: Field<string>;
  readonly meeting: Field<Meeting>;
  readonly dossiers: Field<readonly string[]>;
  readonly number: Field<string>;
  readonly url: Field<string>;
  readonly signatories: Field<readonly Signatory[]>;
}

/** Puts text and sidecar together: values, where they are stated, what is inferred, where sources disagree. */
export function combine(found: Statements, sidecar: Sidecar = {}): LetterMetadata {
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
    const values = distinct(given === undefined ? shown : [show(given), ...shown]);
    const isGuess = given !== undefined && fromText.inferredFrom !== undefined;
    if (values.length > 1 && !isGuess) conflicts.push({ field: name, values });
    if (given !== undefined) return given;
    if (fromText.inferredFrom !== undefined) inferred.push({ field: name, from: fromText.inferredFrom });
    return fromText.value;
  };
  const same = (value: string): string => value;
  const kind = choose('kind', found.kind, sidecar.kind, same) ?? 'other';
  const letterDate = choose('letterDate', found.letterDate, sidecar.letterDate, same);
  const meeting = choose('meeting', found.meeting, givenMeeting(sidecar), ({ dates }) => dates.join(' '));
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
  const url = choose('url', found.url, sidecar.url, same) ?? ownUrl;
  return { kind, subject, letterDate, meeting, dossiers, number, signatories, url, stated, inferred, conflicts };
}

/** Each value once, whatever its case. */
function distinct(values: readonly string[]): string[] {
  const folded = values.map((value) => value.toLowerCase());
  return values.filter((_, i) => folded.indexOf(folded[i]!) === i);
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
