import { cutPlace } from '../../whole-characters.ts';
import { datesInWords } from '../dates/words.ts';
import type { LetterKind, LetterMetadata } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';

const KIND_WORDS: Record<LetterKind, string> = {
  report: 'Verslag',
  annotated_agenda: 'Geannoteerde agenda',
  other: 'Brief',
};
const LONGEST = 120;

/**
 * What people call a letter: kind, meeting and dates; else its subject, its first heading, its file.
 *
 * @param meetingName the meeting's name where its dates are not known.
 */
export function letterTitle(
  metadata: Pick<LetterMetadata, 'kind' | 'meeting' | 'subject'>,
  meetingName: string | null,
  texts: readonly UnitText[],
  file: string,
): string {
  const kind = KIND_WORDS[metadata.kind];
  if (metadata.meeting) {
    const { name, dates } = metadata.meeting;
    return `${kind} ${inRunningText(name)}, ${datesInWords(dates, 'nl')}`;
  }
  if (metadata.subject) return shorten(metadata.subject);
  if (meetingName && metadata.kind !== 'other') return `${kind} ${inRunningText(meetingName)}`;
  const heading = texts.find(({ unit }) => unit.kind === 'heading');
  return heading ? shorten(heading.form.text) : (file.split('/').at(-1) ?? file);
}

/** "NAVO-Ministers" and "Navo-ministers" are written alike in titles, so that letters about one body stand together. */
function inRunningText(name: string): string {
  return name
    .replace(/\b(Ministers?|Staatssecretarissen)\b/g, (word) => word.toLowerCase())
    .replace(/\bNavo\b/g, 'NAVO');
}

/** Whole words up to a length; titles are ours, so that cutting one alters no quote. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, cutPlace(cut, Math.max(cut.lastIndexOf(' '), LONGEST / 2))).trimEnd()}…`;
}
