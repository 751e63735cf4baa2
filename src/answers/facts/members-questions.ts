import { findDates } from '../../letters/dates/find.ts';
import type { Span } from '../../letters/types.ts';

/** The members of parliament that the subject of a paper of answers names. */
export const NAMES_MEMBERS =
  /(?<!\p{L})(?:het lid|de leden|leden|lid)\s+(?<members>\S.{0,200}?)(?=\s(?:aan|over|inzake|betreffende)\s|$)/iu;

/** Members by their names, in running text: "de leden Van Kent (SP) en Piri (PvdA)", not "de leden van uw Kamer". */
const MEMBERS =
  /(?<!\p{L})(?:(?:[Hh]et|[Dd]e)\s)?(?:[Kk]amer)?(?:lid|leden)\s(?=\p{Lu}|['’])[^.;:]{1,200}?(?=\s(?:aan|over|inzake|betreffende|omtrent|naar|die|dat|hebben|heeft|stelden?|van\s\d|d\.d)(?!\p{L})|\s\((?:ingezonden|kenmerk|nr|\d)|[.;:]|$)/gu;
const MINISTER =
  /(?<!\p{L})aan\s(?:de\s)?(?:toenmalige\s)?(?:minister|staatssecretaris|bewinds)\p{L}*[^.;:(]{0,120}?(?=\s(?:over|inzake|betreffende|omtrent|die)\s|[.;:(]|$)/giu;
const QUESTIONS = /(?<!\p{L})(?:kamer)?vragen(?!\p{L})/iu;
/** So far from what they are about members' questions are spoken of, in UTF-16 units. */
const NEAR = 250;

/** Where a paragraph names the members whose questions are answered; null where it names none. */
export function membersIn(text: string): Span | null {
  return besideQuestions(text, MEMBERS);
}

const SENTENCE_ENDS = /[.?!](?=\s+\p{Lu}|\s*$)/u;

/**
 * Where a text names the members who asked about something, in a sentence that goes on with what it is.
 * @param isMeant whether what stands behind the members is that
 */
export function membersAsking(text: string, isMeant: (about: string) => boolean): Span | null {
  return besideQuestions(text, MEMBERS, ({ end }) => isMeant(text.slice(end).split(SENTENCE_ENDS)[0] ?? ''));
}

/** Where a paragraph says to which minister they were put. */
export function ministerAskedIn(text: string): Span | null {
  return besideQuestions(text, MINISTER);
}

const SENT = '(?:ingezonden|ingediend|ingestuurd|gesteld)';
const SENT_BEFORE = new RegExp(`(?<!\\p{L})${SENT}(?:\\s(?:op|d\\.d\\.|dd\\.?))?\\s$`, 'iu');
const SENT_AFTER = new RegExp(`^\\s(?:(?!(?:en|maar)\\s)[\\p{L}()]+\\s){0,6}?(?<!beschikbaar )${SENT}(?!\\p{L})`, 'iu');

/** Where a text says on which day questions were sent in. */
export function sentIn(text: string): Span | null {
  for (const { dates, start, end } of findDates(text)) {
    if (!dates.some(({ day }) => day !== null) || !isBesideQuestions(text, { start, end })) continue;
    const before = SENT_BEFORE.exec(text.slice(0, start));
    if (before) return { start: before.index, end };
    const after = SENT_AFTER.exec(text.slice(end));
    if (after) return { start, end: end + after[0].length };
  }
  return null;
}

function besideQuestions(text: string, form: RegExp, isMeant: (span: Span) => boolean = () => true): Span | null {
  for (const { 0: words, index } of text.matchAll(form)) {
    const span = { start: index, end: index + words.length };
    if (isBesideQuestions(text, span) && isMeant(span)) return span;
  }
  return null;
}

function isBesideQuestions(text: string, { start, end }: Span): boolean {
  return QUESTIONS.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
}
