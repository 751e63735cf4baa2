import { daysOf } from '../../letters/dates/days.ts';
import { DUTCH_MONTHS, ENGLISH_MONTHS } from '../../letters/dates/months.ts';
import { paperSlugs } from '../../letters/papers.ts';
import type { Letter } from '../../letters/types.ts';
import { texts } from '../../texts/texts.ts';
import { letterRef } from '../letters.ts';
import { lettersOf, type MeetingLetters } from '../meetings.ts';
import type { LetterRef } from '../schema.ts';
import type { Named } from './resolver.ts';

/** By what people name a letter: title, kind, subject, dates, number, meeting, who signed it. */
export function namedLetter(letter: Letter): Named<LetterRef> {
  const { id, file, metadata } = letter;
  const days = daysOf(metadata);
  return {
    value: letterRef(letter),
    ids: [id, file],
    words: [wordsOf(letter, days), ...metadata.signatories.map(({ name }) => name)].join(' '),
    days,
    lesserDays: [],
    papers: paperSlugs(metadata),
  };
}

/** By what people name a meeting: its dates, place and names, and the titles and numbers of the letters about it. */
export function namedMeeting(meeting: MeetingLetters): Named<MeetingLetters> {
  const letters = lettersOf(meeting);
  const daysAbout = ({ metadata }: Letter) => (meeting.meeting ? (metadata.meeting?.dates ?? []) : daysOf(metadata));
  return {
    value: meeting,
    ids: [meeting.id, ...letters.flatMap(({ id, file }) => [id, file])],
    words: letters.map((letter) => wordsOf(letter, daysAbout(letter))).join(' '),
    days: letters.flatMap(daysAbout),
    lesserDays: letters.flatMap(({ metadata }) => metadata.letterDate ?? []),
    papers: letters.flatMap(({ metadata }) => paperSlugs(metadata)),
  };
}

function wordsOf({ title, file, metadata }: Letter, days: readonly string[]): string {
  const { kind, subject, meeting, dossiers, number } = metadata;
  return [
    title,
    file,
    texts('nl').kind[kind],
    texts('en').kind[kind],
    subject ?? '',
    meeting ? `${meeting.name} ${meeting.place ?? ''}` : '',
    ...days.map(dateWords),
    ...dossiers,
    ...dossiers.map((dossier) => dossier.replace(/\s/g, '')),
    number ?? '',
  ].join(' ');
}

/** A day in the words people type while they are typing: "21 oktober okt october oct 2021 21". */
function dateWords(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const names = [DUTCH_MONTHS, ENGLISH_MONTHS].map((months) => months[Number(month) - 1] ?? '');
  const short = names.map((name) => name.slice(0, 3));
  return [String(Number(day)), ...names, ...short, year, iso, year.slice(2)].join(' ');
}
