import { typedPaper } from '../../letters/papers.ts';
import type { Span } from '../../letters/types.ts';
import { contentWords } from '../analysis/content-words.ts';
import { phrases } from '../analysis/phrases.ts';
import { isCountry } from './countries.ts';
import { datesIn, namesOnlyTime } from './dates.ts';
import { asks, pointsBack, pointsBackPlainly } from './pointing-back.ts';
import { saidBy } from './said-by.ts';
import { topicIn } from './topic.ts';

/** A follow-up that names another, and nothing else. */
interface Named {
  /** Without the time that may be named beside it. */
  readonly name: string;
  /** Whether it asks by itself too, where nothing gives way: "hoe zit het met treinen?" */
  readonly isIntroduced: boolean;
  /** Whether it is said to be what is spoken about: "en over vuurwerk?" */
  readonly isTopic: boolean;
  /** The word before it that says what part it has: "aan", "in"; empty where none does. */
  readonly behind: string;
}

const BEGINS = '^[^\\p{L}\\p{N}]*(?:(?:en|and|maar|but)\\s+)?';
const ENDS = '(?:\\s+(?:dan|then))?[^\\p{L}\\p{N}]*$';
const ABOUT = new RegExp(
  `${BEGINS}(?:(?<about>over|about|inzake|omtrent)|hoe (?:zit|staat) het(?: dan)? met|wat betreft|what about|how about)\\s+(?<name>\\S.*?)${ENDS}`,
  'isu',
);
const BEHIND = 'aan|van|voor|met|uit|naar|tegen|door|in|bij|op|te|of|for|to|with|from|by|at|on|against';
const ALONE = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:en|and|maar|but)\\s+(?:(?<behind>${BEHIND})\\s+)?(?<name>[^.?!,;:]{2,60}?)${ENDS}`,
  'isu',
);
/** Before where or when something was, rather than whom it is about. */
const PLACES: ReadonlySet<string> = new Set(['in', 'bij', 'op', 'te', 'at', 'on']);
/** A follow-up names another in fewer content words than this. */
const MOST = 4;
/** "En de kosten?", "en verder?": an aspect of what was spoken of, or nothing new at all. */
const isAspect = phrases(`
  ^ de/het/een/the/a/an/zijn/haar/hun/ons/onze/mijn/uw/his/her/their/our/its/my/your
  ^ verder/later/eerder/daarvoor/daarna/nu/toen/straks/concreet/precies/anders/samen/elders/daarbuiten/hier
  ^ nationaal/internationaal/financieel/juridisch/landelijk/regionaal/lokaal/specifiek/inhoudelijk/praktisch/kort/samengevat/samenvattend
  ^ further/later/earlier/afterwards/now/today/precisely/exactly/else/otherwise/together/elsewhere/here/overall
  ^ nationally/internationally/financially/legally/locally/specifically/briefly/technically/recently/short/shortly
`);

/** A follow-up that only names another. */
export function anotherNamed(question: string): Named | null {
  const introduced = ABOUT.exec(question)?.groups;
  const { name: named, about, behind = '' } = introduced ?? ALONE.exec(question)?.groups ?? {};
  if (named === undefined || asks(introduced ? named : question) || namesOnlyTime(named)) return null;
  const name = withoutTimes(named).trim();
  const content = contentWords(name).length;
  if (content === 0 || content >= MOST) return null;
  if (pointsBack(question) || pointsBackPlainly(question)) return null;
  if (!isName(name) && (behind !== '' || (introduced === undefined && isAspect(name)))) return null;
  const isTopic = about !== undefined || !isName(name);
  return { name, isIntroduced: introduced !== undefined, isTopic, behind: behind.toLowerCase() };
}

const OWN_SUBJECT = new RegExp(`${BEGINS}(?<name>[^.?!,;:]{2,60}),\\s*(?<rest>\\S.*)$`, 'isu');

/** "En bijtincidenten, wie ging daarover?" asks about what it names itself, whatever was spoken of before. */
export function namesItsOwn(question: string): boolean {
  const { name = '', rest = '' } = OWN_SUBJECT.exec(question)?.groups ?? {};
  if (!asks(rest) || asks(name) || namesOnlyTime(name) || isAspect(name)) return false;
  if (contentWords(name).length === 0 || pointsBack(name)) return false;
  return contentWords(rest).length > 0 || pointsBackPlainly(rest);
}

/**
 * The question that was asked before, asked of another, which takes the place of the one of its kind; null where a
 * follow-up does not only name another, or nothing it could stand for was named.
 * @param turns the questions before it that lean on one another
 */
export function askedOfAnother(turns: readonly string[], question: string): string | null {
  const another = anotherNamed(question);
  if (another === null) return null;
  const [first = ''] = turns;
  const time = timeIn(question) || timeIn(turns.slice(1).findLast((turn) => timeIn(turn) !== '') ?? '');
  const before = time === '' ? first : `${withoutTimes(first).replace(/[\s?!.]+$/u, '')} ${time}?`;
  const place = placeFor(another, before);
  if (place === null) return another.isIntroduced ? question : null;
  const { name } = another;
  // "En de EU?" may stand for "Nederland", and "en VN?" for "de EU".
  const article = /^\p{Lu}{2,}$/u.test(name) ? '' : ARTICLE;
  const start = place.start - (new RegExp(`${article}$`, 'iu').exec(before.slice(0, place.start))?.[0].length ?? 0);
  return before.slice(0, start) + name + before.slice(place.end);
}

const ARTICLE = '(?:(?<!\\p{L})(?:de|het|the)\\s+)?';

/** Where in the question before what a follow-up names belongs; null where nothing of its kind was named. */
function placeFor({ name, isTopic, behind }: Named, before: string): Span | null {
  const topic = topicIn(before);
  if (isTopic && topic) return topic;
  if (!isName(name)) return null;
  const names = namesIn(before);
  const playsPart = behind && new RegExp(`(?<!\\p{L})${behind}\\s+${ARTICLE}$`, 'iu');
  const ofPart = playsPart ? names.findLast(({ start }) => playsPart.test(before.slice(0, start))) : undefined;
  if (ofPart) return ofPart;
  const kind = kindOf(name);
  const speaker = kind === 'other' && !PLACES.has(behind) ? speakerIn(before) : null;
  if (speaker) return speaker;
  // The country whose letters these are was seldom what a question is about.
  const others = names.filter((each) => !OWN.test(each.text));
  const ofKind = others.findLast((each) => kindOf(each.text) === kind);
  if (PLACES.has(behind)) return kind === 'country' ? (ofKind ?? null) : null;
  if (ofKind) return ofKind;
  return topic ?? others.at(-1) ?? names.at(-1) ?? null;
}

const OWN = /^(?:nederland|netherlands)$/iu;

function kindOf(name: string): 'country' | 'code' | 'other' {
  if (isCountry(name)) return 'country';
  return isCode(name) ? 'code' : 'other';
}

/** "EU", "de VN" */
function isCode(name: string): boolean {
  return /^(?:(?:de|het|the)\s+)?\p{Lu}{2,}$/u.test(name);
}

function isName(text: string): boolean {
  return isCountry(text) || /^(?:\p{Ll}+\s+){0,2}\p{Lu}/u.test(text);
}

/** Who is asked about as somebody that said something, without an office; null where that is a country or a body. */
function speakerIn(question: string): Span | null {
  const said = saidBy(question);
  if (said === null || kindOf(said.name) !== 'other') return null;
  return { start: said.end - said.name.length, end: said.end };
}

const NAME_WORD = "\\p{Lu}[\\p{L}\\p{N}'’&-]*";
const NAME = new RegExp(`(?<![\\p{L}\\p{N}-])${NAME_WORD}(?:\\s+(?:(?:van\\s+)?(?:der|den)\\s+)?${NAME_WORD})*`, 'gu');

/** The names in a question, but for those of months and papers; its first word is one only where nothing else is asked. */
function namesIn(question: string): (Span & { readonly text: string })[] {
  const plain = blanked(question);
  const isAlone = contentWords(plain).length === 1 && !asks(plain);
  const begins = isAlone ? 0 : (/^\W*(?!\p{Lu}[\p{Lu}\d])[\p{L}\p{N}'’-]+/u.exec(plain)?.[0].length ?? 0);
  return [...(' '.repeat(begins) + plain.slice(begins)).matchAll(NAME)].flatMap(({ 0: text, index }) => {
    const words = [...text.matchAll(/\S+/gu)];
    // Two that stand beside one another are no one name: "Waarom steunt Nederland Oekraïne?"
    const apart = words.some(([word]) => isCountry(word)) ? words : [{ 0: text, index: 0 }];
    return apart.map((each) => {
      const start = index + each.index;
      return { text: each[0], start, end: start + each[0].length };
    });
  });
}

/** A text with blanks where it names times and a paper of parliament. */
function blanked(text: string): string {
  const paper = typedPaper(text);
  return [...datesIn(text), ...(paper ? [paper] : [])].reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
}

const LEADS_TO_TIME = /(?:(?<!\p{L})(?:in|op|van|uit|sinds|vanaf|tot|on|of|since|from|until))?\s*$/iu;

/** The times that a text names, each with the word before it. */
function timesIn(text: string): Span[] {
  return datesIn(text).map(({ start, end }) => ({
    start: LEADS_TO_TIME.exec(text.slice(0, start))?.index ?? start,
    end,
  }));
}

function timeIn(text: string): string {
  return timesIn(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .join(' ');
}

function withoutTimes(text: string): string {
  return timesIn(text).reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}
