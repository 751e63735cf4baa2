import { cutPlace } from '../../whole-characters.ts';
import { dateInWords, datesInWords } from '../dates/words.ts';
import { spelledName } from '../meetings/names.ts';
import type { LetterKind, LetterMetadata } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';

const KIND_WORDS: Record<LetterKind, string> = {
  report: 'Verslag',
  annotated_agenda: 'Geannoteerde agenda',
  answers: 'Antwoorden',
  policy_letter: 'Beleidsbrief',
  letter_on_subject: 'Brief',
  other: 'Brief',
};
/** "28 676 Defensiesamenwerkingsverbanden", a dossier with its title. */
const DOSSIER =
  /^\d{2} ?\d{3}(?:[- ](?:[IVXL]{1,6}|[A-Z]|\d{2}))?(?: ?\(R ?\d{3,4}\))?\s+(?=[«"“'‘(]?\p{Lu}\S)(?!.*\b(?:BRIEF|VERSLAG|LIJST) VAN\b)/u;
/** Headings that name no letter: "1. Inleiding", "Vraag 1". */
const SAYS_NOTHING =
  /^(?:(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)]\s|(?:Inleiding|Aanleiding|Samenvatting|Achtergrond|Algemeen|Vraag|Vragen|Antwoord|Mededeling|Bijlage|Noot)\b)/;
const LONGEST = 120;
const ADDRESSEE =
  / aan de (?<=vragen van .{3,200} aan de )(?:[Mm]inisters?|[Ss]taatssecretaris(?:sen)?)\b.{0,300}?(?= over )/i;

/**
 * What people call a letter: kind, meeting and dates; else its subject; its dossier's title with its date, its date, or
 * its first heading.
 *
 * @param meetingName the meeting's name where its dates are not known.
 */
export function letterTitle(
  metadata: Pick<LetterMetadata, 'kind' | 'meeting' | 'subject' | 'letterDate' | 'number'>,
  meetingName: string | null,
  texts: readonly UnitText[],
): string {
  const kind = KIND_WORDS[metadata.kind];
  if (metadata.meeting) {
    const { name, dates } = metadata.meeting;
    return `${kind} ${spelledName(name)}, ${datesInWords(dates, 'nl')}`;
  }
  if (metadata.subject) return shorten(withoutAddressee(metadata.subject));
  const { letterDate, number } = metadata;
  const date = letterDate === null ? null : dateInWords(letterDate, 'nl');
  if (meetingName && (metadata.kind === 'report' || metadata.kind === 'annotated_agenda'))
    return `${kind} ${spelledName(meetingName)}`;
  const dossier = texts.find(({ unit, form }) => unit.kind === 'metadata' && DOSSIER.test(form.text));
  const dossierTitle = dossier?.form.text.replace(DOSSIER, '');
  if (dossierTitle && date) return `${shorten(dossierTitle)}, ${date}`;
  if (date) return `Brief van ${date}`;
  const heading = texts.find(({ unit, form }) => unit.kind === 'heading' && !SAYS_NOTHING.test(form.text));
  if (heading) return shorten(heading.form.text);
  if (dossierTitle) return shorten(dossierTitle);
  return number === null ? 'Brief zonder datum' : `Brief nr. ${number}`;
}

/** Of questions to a minister, who asked and what about say most. */
function withoutAddressee(subject: string): string {
  return subject.length <= LONGEST ? subject : subject.replace(ADDRESSEE, '');
}

/** Whole words up to a length; titles are ours, so that cutting one alters no quote. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, cutPlace(cut, Math.max(cut.lastIndexOf(' '), LONGEST / 2))).trimEnd()}…`;
}
