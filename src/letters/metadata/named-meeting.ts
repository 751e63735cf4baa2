import { type DateMention, findDates } from '../dates/find.ts';
import { resolveDates, type YearClues } from '../dates/year-inference.ts';
import { meetingId } from '../meetings/names.ts';
import { rangeInReadable } from '../readable.ts';
import { sentenceRanges } from '../sentences.ts';
import type { Meeting, Span } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';
import { type Field, field } from './field.ts';
import { tidyName } from './meeting.ts';

/** Who meets, in the words that only meetings are called by: "NAVO-top", "RAZEB", "Landbouw- en Visserijraad". */
const MEETS =
  '(?:(?:[\\p{L}]+-)?[Tt]op|Eurotop|[Bb]ijeenkomst(?:en)?|[Vv]ergadering(?:en)?|[Cc]onferentie|[Mm]inisteriële|(?:[\\p{L}]+ )?Raad(?! van State| voor de| van Europa)|RBZ|RAZEB|RAZ|Ecofin(?:-?[Rr]aad)?|ECOFIN|Eurogroep|JBZ-[Rr]aad|(?:Milieu|Transport|Telecom|Energie|Visserij|Landbouw|Concurrentie|Interne Markt)-?[Rr]aad)';
const PLACE = "(?:\\s(?:te|in)\\s(?<place>\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+)?))";
/** "over de NAVO-top in Den Haag van", before its date. */
const NAMED = new RegExp(
  `^.{0,300}\\b(?:over|van|inzake|betreffende|voor)\\s(?:de|het)\\s(?<name>[^,.;:()]{0,60}?(?<![\\p{L}])${MEETS}(?![\\p{L}])[^,.;:()]{0,100}?)${PLACE}?\\s(?:van|op|d\\.d\\.)\\s$`,
  'u',
);
/** A subject names it without a preposition: "Uitkomsten NAVO-top van". */
const IN_SUBJECT = new RegExp(
  `(?:^|\\s)(?<name>(?:[\\p{L}-]+\\s){0,2}?${MEETS}(?![\\p{L}])[^,.;:()]{0,100}?)${PLACE}?,?\\s(?:(?:van|op|d\\.d\\.)\\s)?$`,
  'u',
);
/** "Op 15 oktober 2025 vonden in Brussel bijeenkomsten plaats van de NAVO-ministers van Defensie". */
const TOOK_PLACE = new RegExp(
  `^(?:\\sjl\\.)?\\s(?<when>vond|vonden|vindt|vinden)(?:\\ser)?${PLACE}?\\s(?:(?:de|het|een)\\s)?(?<what>[^,.;:()]{3,120}?)${PLACE.replace('place', 'late')}?\\splaats(?:\\s(?:van|tussen)\\s(?:de|het)\\s(?<who>[^,.;:()]{3,120}))?`,
  'u',
);
const INFORMS =
  /\b(?:informeer|informeren|bericht|berichten|bied|bieden|aanbieden|breng|doe|doen|ontvangt|treft|stuur|sturen|zend|zenden|verslag|terugkoppeling)\b/;
/** What the letter only goes back to: "naar aanleiding van de Raad van 3 mei". */
const REFERS = /\b(?:naar aanleiding van|tijdens|sinds|voorafgaand aan|conform|toegezegd|verzoek|agenda van)\b/i;
/** What a subject says of a meeting before it names it. */
const ABOUT =
  /^(?:(?:uitkomsten|resultaten|verslag|terugkoppeling|inzet|kabinetsinzet|voorbereiding|appreciatie|deelname|nederlandse|aan|van|over|voor|de|het)\s)+/i;
/** Names that many meetings have. */
const NO_NAME = /^(?:bijeenkomst(?:en)?|vergadering(?:en)?|conferentie|raad|top|ministeriële)$/i;
const PARAGRAPHS = 4;
const SENTENCES = 3;

interface Named {
  readonly name: string | null;
  readonly meeting: Field<Meeting>;
}

/**
 * The meeting that a letter is about where it does not call itself its report or agenda: named with its date in the
 * subject, in a sentence that informs about it, or in one that says when it took place.
 *
 * @param known the meeting's name where the letter gives it elsewhere without a date.
 */
export function namedMeeting(
  texts: readonly UnitText[],
  subject: Field<string>,
  known: string | null,
  clues: YearClues,
): Named | null {
  const [at] = subject.spans ?? [];
  const title = texts.find(({ hull }) => at && hull.start <= at.start && at.end <= hull.end);
  const range = title && at ? rangeInReadable(title.form, at) : null;
  const inSubject = title && range && known === null ? read(title, range, IN_SUBJECT, clues) : null;
  if (inSubject) return inSubject;
  for (const text of texts.filter(({ unit }) => unit.kind === 'paragraph').slice(0, PARAGRAPHS)) {
    for (const sentence of sentenceRanges(text.form.text).slice(0, SENTENCES)) {
      const words = text.form.text.slice(sentence.start, sentence.end);
      const found =
        tookPlace(text, sentence, known, clues) ??
        (known === null && INFORMS.test(words) ? read(text, sentence, NAMED, clues) : null);
      if (found) return found;
    }
  }
  return null;
}

function read(text: UnitText, sentence: Span, form: RegExp, clues: YearClues): Named | null {
  const words = text.form.text.slice(sentence.start, sentence.end);
  const mention = firstDay(words);
  const match = mention && form.exec(words.slice(0, mention.start));
  if (!mention || !match?.groups?.name || REFERS.test(words.slice(0, mention.start))) return null;
  const start = sentence.start + match[0].lastIndexOf(match.groups.name) + match.index;
  return resolved(
    text,
    { start, end: sentence.start + mention.end },
    match.groups.name,
    mention,
    match.groups.place,
    clues,
  );
}

function tookPlace(text: UnitText, sentence: Span, known: string | null, clues: YearClues): Named | null {
  const words = text.form.text.slice(sentence.start, sentence.end);
  const mention = firstDay(words);
  if (!mention || !/^(?:Op\s)?$/.test(words.slice(0, mention.start))) return null;
  const match = TOOK_PLACE.exec(words.slice(mention.end));
  if (!match?.groups) return null;
  const { who, what = '', place, late } = match.groups;
  const name = known ?? who ?? (new RegExp(MEETS, 'u').test(what) && /[\s-]/.test(what) ? what : null);
  if (name === null) return null;
  const span = { start: sentence.start, end: sentence.start + mention.end + match[0].length };
  return resolved(
    text,
    span,
    name,
    mention,
    place ?? late,
    clues,
    match.groups.when?.startsWith('vi') ? 'future' : 'past',
  );
}

function firstDay(words: string): DateMention | undefined {
  return findDates(words).find(({ dates }) => dates.some(({ day }) => day !== null));
}

function resolved(
  text: UnitText,
  span: Span,
  raw: string,
  mention: DateMention,
  place: string | undefined,
  clues: YearClues,
  expected: 'past' | 'future' | null = null,
): Named | null {
  const name = tidyName(raw.replace(ABOUT, ''));
  const when = resolveDates(mention, clues, expected);
  if (name === null || when === null || NO_NAME.test(name)) return null;
  const { dates } = when;
  const meeting = { id: meetingId(name, dates), name, dates, place: place ?? null };
  return { name, meeting: { ...field(text, span, meeting), inferredFrom: when.inferredFrom ?? undefined } };
}
