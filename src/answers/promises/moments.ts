import { addDays } from '../../letters/dates/periods.ts';
import { type Days, later, thirdOf, unitCalled } from './calendar.ts';
import { daysOfPeriod, PERIOD } from './periods.ts';

/** When something is due: the letter's words, and the days they come down to where they do. */
export interface Moment {
  readonly words: string;
  /** ISO; null where it is open on that side. */
  readonly from: string | null;
  readonly to: string | null;
  /** Seasons, recesses, "begin" and "eind": about then. */
  readonly approximate: boolean;
  readonly recurring: boolean;
}

/** What a moment is counted from. */
export interface Origin {
  /** The day it was written, ISO; null where it is not known. */
  readonly written: string | null;
  /** What stands before the sentence. */
  readonly before?: string;
  /** The last day of the meeting that the letter is about. */
  readonly meeting?: string | null;
}

const HOW =
  'uiterlijk|niet later dan|nog v[oó]{2}r|ruim v[oó]{2}r|v[oó]{2}r|voorafgaand aan|(?:direct |meteen |kort |vlak )?na|vanaf|(?:in )?de loop van|begin|medio|halverwege|eind|einde|rondom|rond|omstreeks|per|op|in|met|tot|gedurende|tijdens|van|aan het';
const DATED = new RegExp(
  `(?<![\\p{L}\\d])(?<how>(?:(?:${HOW}) ){0,4})(?<period>${PERIOD})(?![\\p{L}\\d-])(?! (?:jl|jongstleden|l\\.l))`,
  'giu',
);
/** A period that says by itself that it is to come. */
const POINTS_AHEAD = /^(?:dit|deze|komende?|aankomende?|volgende?|eerstvolgende?|q[1-4])(?![\p{L}])/iu;
const NUMBERS = ['een|één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'];
const WITHIN = new RegExp(
  `(?<![\\p{L}])(?:binnen|over) (?<number>${NUMBERS.join('|')}|\\d{1,3}) (?<unit>dag(?:en)?|we(?:ek|ken)|maand(?:en)?|kwarta(?:al|len)|jaar)(?![\\p{L}])`,
  'giu',
);
const NTIMES = '(?:één|een|twee|drie|vier|\\d) ?(?:keer|maal)';
const RECURRING = new RegExp(
  `(?<![\\p{L}])(?:${NTIMES} per (?:jaar|kwartaal|maand)|(?:tweemaal|eenmaal|driemaal) per jaar|(?:per|elk|ieder|elke|iedere) (?:half ?jaar|kwartaal|jaar|maand|zes maanden)|(?:half)?jaarlijks|maandelijks|periodiek|regelmatig)(?![\\p{L}])`,
  'giu',
);
const BEFORE_THIS = /(?<![\p{L}])voorafgaand (?:hieraan|daaraan)(?![\p{L}])/giu;
const BEFORE_EVENT =
  /(?<![\p{L}])(?:voorafgaand aan [^,.;]{3,80}?|voor de (?:aankomende|komende|volgende|eerstvolgende) [^,.;]{3,80}?)(?=,| (?:zal|zullen|ontvangt|ontvangen|stuurt?|sturen|informeert?|informeren|te)(?![\p{L}])|[.;]|$)/giu;
const PAPER =
  '(?:verslag|voortgangsrapportage|voortgangsbrief|begroting|jaarverslag|geannoteerde agenda|kabinetsreactie|kwartaalrapportage)';
const LOOSE = new RegExp(
  `(?<![\\p{L}])(?:zodra [^,.;]{3,80}|(?:na (?:afloop|ommekomst|afronding|ontvangst|oplevering) van|nadat) [^,.;]{3,80}?(?=,| (?:zal|zullen|informeer|ontvangt|stuur|kom)(?![\\p{L}])|[.;]|$)|(?:in|bij|na|via|met) (?:het|de|een|mijn) (?:(?:volgende|eerstvolgende|komende|aankomende) )?${PAPER}(?![\\p{L}])|(?:in|bij|met) (?:de|een) (?:volgende|eerstvolgende|komende|separate|aparte) (?:\\p{L}*brief|rapportage)(?![\\p{L}])|(?:op|binnen) (?:zeer |zo )?(?:korte|afzienbare) (?:mogelijke )?(?:termijn|tijd)|zo (?:spoedig|snel) mogelijk|binnenkort|spoedig|tijdig|te zijner tijd|in de komende (?:tijd|periode|weken|maanden)|de komende (?:weken|maanden)|via de gebruikelijke weg|(?:vóór|voor|bij|met|in|na|rond|tijdens) (?:de|het) (?:voorjaarsnota|najaarsnota|miljoenennota|begrotingsbehandeling)(?: (?:19|20)\\d{2})?(?![\\p{L}\\d]))`,
  'giu',
);
/** When it was promised, not when it is due: "zoals ik u op 31 oktober heb toegezegd", "die ik u op 2 mei toezegde". */
const EARLIER =
  /(?<![\p{L}])(?:zoals|die|dat|welke) [^,]{0,200}?(?:toegezegd|toezegde|gemeld|vooruitzicht (?:stelde|gesteld)|aangekondigd)|(?<![\p{L}])zoals toegezegd (?:in|tijdens|bij) [^,]*/giu;
/** Behind this stands what is told about: of the days there, only those by which it is told count. */
const ABOUT = /(?<![\p{L}])(?:over|inzake|omtrent) /iu;
const DEADLINE = /^(?:uiterlijk|niet later|nog v|ruim v|v[oó]{2}r|na |binnen)/i;

/** Whether a sentence says when something is due. */
export function hasMoment(sentence: string): boolean {
  return momentOf(sentence, { written: null }) !== null;
}

/** When what a sentence promises is due; null where it does not say. A day of the calendar goes before "zo spoedig mogelijk". */
export function momentOf(sentence: string, origin: Origin): Moment | null {
  const text = sentence.replace(EARLIER, (words) => ' '.repeat(words.length));
  const about = ABOUT.exec(text)?.index ?? text.length;
  const found = [...dated(text, origin), ...within(text, origin), ...beforeThis(text, origin), ...loose(text, origin)]
    .filter(({ index, moment }) => index < about || DEADLINE.test(moment.words))
    .filter(({ moment: { to } }) => to === null || origin.written === null || to >= origin.written);
  const [first] = found.sort((a, b) => rank(a.moment) - rank(b.moment) || a.index - b.index);
  const [again] = recurring(text);
  if (!first || !again) return (first ?? again)?.moment ?? null;
  return isOpen(first.moment) ? again.moment : together(text, again, first);
}

interface Found {
  readonly index: number;
  readonly moment: Moment;
}

/** "De evaluatie van de regeling voor 2027" may be of that year; "vóór 2027" and "nog voor 2027" are when it is due. */
const OF_YEAR = /^voor (?:19|20)\d{2}$/u;

/** What is dated goes before what may be no deadline, and that before what has no days. */
function rank(moment: Moment): number {
  if (isOpen(moment)) return 2;
  return OF_YEAR.test(moment.words) ? 1 : 0;
}

function isOpen({ from, to }: Moment): boolean {
  return from === null && to === null;
}

/** "jaarlijks vóór het zomerreces": where the two stand beside each other, both words are said. */
function together(text: string, again: Found, first: Found): Moment {
  const end = again.index + again.moment.words.length;
  const joined = text.slice(again.index, first.index + first.moment.words.length);
  const beside = first.index >= end && /^,? ?$/.test(text.slice(end, first.index));
  return { ...first.moment, words: beside ? joined : first.moment.words, recurring: true };
}

const OPEN = { from: null, to: null, approximate: false, recurring: false } as const;

/** @param inEvent "de Raad van 12 juni": the day of what something is done before */
function dated(text: string, { written }: Origin, inEvent = false): Found[] {
  return [...text.matchAll(DATED)].flatMap(({ 0: whole, index, groups: { how = '', period = '' } = {} }) => {
    const ways = how.toLowerCase();
    if (ways === '' && !POINTS_AHEAD.test(period)) return [];
    if (ways === 'van ' && !inEvent) return [];
    const words = whole.trim();
    // Without the day of the letter only what names its year can be told.
    const days = daysIn(ways, period, written ?? '0001-01-01');
    const known = written !== null || /\b(?:19|20)\d{2}\b/.test(period);
    return [{ index, moment: { ...OPEN, words, ...(days && known ? days : {}) } }];
  });
}

function daysIn(how: string, period: string, written: string): Pick<Moment, 'from' | 'to' | 'approximate'> | null {
  const before = /v[oó]{2}r|voorafgaand/.test(how);
  const after = /(?:^| )na /.test(how);
  // Parliament calls its recess "the summer" where something comes before or after it.
  const named = (before || after) && /^(?:de |deze )?zomer$/i.test(period) ? 'zomerreces' : period;
  const whole = daysOfPeriod(named, written, { begins: before || /^(?:komend|volgend|aankomend)/i.test(named) });
  if (!whole) return null;
  const days = partOf(how, whole);
  const approximate = days.approximate ?? false;
  if (before) return { from: null, to: addDays(days.from, -1), approximate };
  if (after) return { from: addDays(days.to, 1), to: null, approximate };
  if (/vanaf/.test(how)) return { from: days.from, to: null, approximate };
  if (/uiterlijk|later|tot/.test(how)) return { from: null, to: days.to, approximate };
  return { from: days.from, to: days.to, approximate };
}

function partOf(how: string, days: Days): Days {
  if (/begin/.test(how)) return thirdOf(days, 0);
  if (/medio|halverwege/.test(how)) return thirdOf(days, 1);
  return /eind/.test(how) ? thirdOf(days, 2) : days;
}

function within(text: string, { written }: Origin): Found[] {
  return [...text.matchAll(WITHIN)].map(({ 0: words, index, groups: { number = '', unit = '' } = {} }) => {
    const spelled = NUMBERS.findIndex((forms) => forms.split('|').includes(number.toLowerCase()));
    const count = spelled < 0 ? Number(number) : spelled + 1;
    return { index, moment: { ...OPEN, words, to: written && later(written, count, unitCalled(unit)) } };
  });
}

/** "Voorafgaand hieraan": before what the text before names a day or month for. */
function beforeThis(text: string, { written, before = '' }: Origin): Found[] {
  const last = written === null ? undefined : dated(before, { written }).at(-1)?.moment;
  const thisFound = [...text.matchAll(BEFORE_THIS)].map(({ 0: words, index }) => ({
    index,
    moment: { ...OPEN, words, ...(last && { from: last.from, to: last.to, approximate: true }) },
  }));
  const events = [...text.matchAll(BEFORE_EVENT)].map(({ 0: words, index }) => {
    const day = dated(words.replace(/^[^ ]+ /, ''), { written }, true).at(-1)?.moment.from;
    return { index, moment: { ...OPEN, words, to: day ? addDays(day, -1) : null } };
  });
  return [...thisFound, ...events];
}

function loose(text: string, { meeting = null }: Origin): Found[] {
  return [...text.matchAll(LOOSE)].map(({ 0: words, index }) => {
    const from = /^(?:in|na) het verslag$/i.test(words) ? meeting : null;
    return { index, moment: { ...OPEN, words, from } };
  });
}

function recurring(text: string): Found[] {
  return [...text.matchAll(RECURRING)].map(({ 0: words, index }) => ({
    index,
    moment: { ...OPEN, words, recurring: true },
  }));
}
