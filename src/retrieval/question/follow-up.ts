import { typedPaper } from '../../letters/papers.ts';
import { contentWords } from '../analysis/content-words.ts';
import { either, phrases } from '../analysis/phrases.ts';
import type { Language } from '../types.ts';
import { isSmallTalk } from './content.ts';
import { datesIn, withoutDates } from './dates.ts';
import { saidBy } from './said-by.ts';

/** Between the questions of a conversation, as it is kept: "Afghanistan okt 2021? / en in 2017?". */
export const TURN = ' / ';
/** A conversation is kept up to this many UTF-16 units: its subject and the last questions. */
const LONGEST = 500;

/** Before what a question is about or points back to. */
const ABOUT = 'about/of/for/with/to/on/against/from';

const opens = phrases(`
  ^ en
  ^ maar
  ^ and
  ^ but
  ^ what about
  ^ how about
  ^ hoe zit het/dat met
  ^ wat was/is/waren dan
`);
const pointsBack = phrases(`
  dat
  daar
  hij
  zij
  ze
  hun
  hem
  die
  dit
  toen
  dan
  that
  they
  them
  it
  he
  she
  then
  there
  this
  those
  - is/are/was/were there
  - there is/are/was/were/be/been
`);
/**
 * These stand for nothing but what was spoken of. "Er over" and "about that" do so where nothing follows that they would
 * belong to: "Wat gebeurt er in Mali?", "for this year".
 */
const pointsBackPlainly = phrases(`
  daar/hier van/over/mee/voor/bij/in/op/aan/tegen/heen/toe
  er mee/heen/toe
  er van/over/voor/bij/in/op/aan/tegen $
  er van/over/voor/bij/in/op/aan/tegen gezegd/gesproken/geschreven/besloten/afgesproken/gedaan
  daarvan/daarover/daarmee/daarvoor/daarbij/daarin/daarop/daaraan/daartegen/daarheen/daarna/daartoe
  hiervan/hierover/hiermee/hiervoor/hierbij/hierin/hierop/hieraan
  ervan/erover/ermee/ervoor/erbij/erin/erop/eraan/ertegen/ernaartoe
  ${ABOUT} it/them
  ${ABOUT} that/this $
  ${ABOUT} that/this in/at/by/during/since/before/after
`);
const QUESTION_WORDS = either(`
  wie
  wat
  hoeveel
  welk
  welke
  waar
  wanneer
  hoe
  who
  what
  which
  where
  when
  how
`);
const asks = phrases(`
  ^ (en/and/maar/but) (over/van/in/op/bij/voor/met/aan/door/uit/naar/tegen/${ABOUT}) ${QUESTION_WORDS}
`);
/** A question with fewer content words than this leans on the one before it when it points back. */
const SHORT = 3;

const WISHES: Readonly<Record<Language, (question: string) => boolean>> = {
  nl: wish('dutch|nederlands'),
  en: wish('english|engels'),
};

function wish(names: string): (question: string) => boolean {
  const pattern = new RegExp(
    `^\\W*(?:(?:en|and|maar|but|ok|now|nu)\\W+)?(?:in|op)\\s+(?:het\\s+)?(?:${names})(?:\\W+(?:please|graag|alsjeblieft|aub|dan))?\\W*$`,
    'i',
  );
  return (question) => pattern.test(question);
}

/** The language that is asked for instead of an answer ("and in Dutch?"); null in any other question. */
export function languageWished(question: string): Language | null {
  if (WISHES.nl(question)) return 'nl';
  return WISHES.en(question) ? 'en' : null;
}

/**
 * A follow-up ("en in 2022?") with the words it leans on; any other question as it is.
 * @param previous the conversation before it, as {@link conversation} keeps it
 */
export function completed(question: string, previous: string | undefined): string {
  const turns = turnsOf(previous);
  const [last] = turns.slice(-1);
  if (last === undefined) return question;
  if (languageWished(question)) return completed(last, turns.slice(0, -1).join(TURN));
  return onNewTopic(turns, question) ?? (leansOn(question) ? woven(turns, question) : question);
}

/** What is kept of a conversation for the question after this one: the questions that lean on one another. */
export function conversation(question: string, previous: string | undefined): string {
  const turns = turnsOf(previous);
  if (turns.length === 0 || isSmallTalk(question)) return turns.length === 0 ? question : turns.join(TURN);
  if (languageWished(question)) return turns.join(TURN);
  const anew = onNewTopic(turns, question);
  if (anew !== null) return anew;
  if (!leansOn(question)) return question;
  const [subject = '', ...others] = [...turns, question];
  while (others.length > 1 && [subject, ...others].join(TURN).length > LONGEST) others.shift();
  return [subject, ...others].join(TURN);
}

/** The questions of a conversation, as {@link conversation} keeps it. */
export function turnsOf(previous: string | undefined): string[] {
  return (previous ?? '').split(TURN).flatMap((turn) => turn.trim() || []);
}

function leansOn(question: string): boolean {
  if (isSmallTalk(question)) return false;
  const content = contentWords(question).length;
  if (opens(question) || pointsBackPlainly(question)) return content <= SHORT + 1;
  if (content >= SHORT) return false;
  return pointsBack(question) || content === 0 || (content === 1 && (asks(question) || onlyTime(question)));
}

/**
 * The subject of a conversation, the last time that was named, and what is asked now. "Why?" asks about the question
 * before it; a question that only names another time asks about the subject.
 */
function woven([subject = '', ...between]: readonly string[], question: string): string {
  const isOther = renamed(subject, question) !== subject;
  const own = isOther || onlyTime(question) || (asks(question) && contentWords(question).length > 0);
  const before = own ? undefined : between.filter((turn) => !onlyTime(turn)).at(-1);
  const timed = datesIn(question).length > 0 ? undefined : between.filter((turn) => datesIn(turn).length > 0).at(-1);
  const kept = [renamed(subject, question), ...between.filter((turn) => turn === before || turn === timed), question];
  const latest = kept.findLastIndex((turn) => datesIn(turn).length > 0);
  return kept.map((turn, i) => (i < latest ? withoutDates(turn) : turn)).join(' ');
}

/** "En over jeugdzorg?", "hoe zit het met Irak?": another subject, which takes the place of the one before. */
const NEW_TOPIC =
  /^\W*(?:(?:en|and|maar|but)\s+)?(?:hoe (?:zit|staat) het(?: dan)? met|what about|how about|over|about|inzake|omtrent)\s+(?<topic>\S.*)$/isu;
/** "En Irak?" */
const ONLY_TOPIC = /^\W*(?:en|and|maar|but)\s+(?<topic>[^.?!,;:]{2,60})\W*$/isu;
/**
 * Where a question says what it is about, or what it is that somebody thinks of. Who thinks is looked back for behind
 * "van": looked for at every space, it takes sixty steps at each.
 */
const TOPIC =
  /(?<!\p{L})(?:(?<by>over|about|inzake|omtrent|on(?<=(?:position|views?|stance|opinion|policy)\son))|(?<of>van|of)(?<=(?<!\p{L})(?:vind(?:t|en)|vond(?:en)?|denk(?:t|en)|dacht(?:en)?|thinks?)\s.{1,60}\s(?:van|of)))\s\S/isu;

/** The same asked of another subject, at the time that was last named; null where the question names no other subject. */
function onNewTopic(turns: readonly string[], question: string): string | null {
  const [subject = ''] = turns;
  const introduced = NEW_TOPIC.exec(question)?.groups?.topic;
  const topic = introduced ?? onlyTopic(subject, question);
  if (topic === undefined || asks(topic) || pointsBack(question) || pointsBackPlainly(question)) return null;
  if (onlyTime(topic) || contentWords(topic).length > SHORT) return null;
  const before = TOPIC.exec(subject);
  const { by, of } = before?.groups ?? {};
  const timed = datesIn(question).length > 0 ? undefined : turns.findLast((turn) => datesIn(turn).length > 0);
  const times = timed === undefined ? [] : datesIn(timed).map(({ start, end }) => timed.slice(start, end));
  const asked = introduced === undefined ? `${by ?? of ?? ''} ${topic}?` : question;
  return [subject.slice(0, before?.index ?? 0).trim(), ...times, asked].filter(Boolean).join(' ');
}

const OWN = /^(?:nederland|netherlands)$/iu;

/** The name that takes the place of what a question was about; that of its one name it takes where that stands. */
function onlyTopic(subject: string, question: string): string | undefined {
  const topic = ONLY_TOPIC.exec(question)?.groups?.topic;
  const isName = topic !== undefined && /^(?:(?:de|het|the)\s+)?\p{Lu}/u.test(topic) && namesIn(question).length > 0;
  if (!isName || asks(question) || !TOPIC.test(subject)) return undefined;
  const isOwn = (name: string) => OWN.test(name);
  const [name, ...others] = namesIn(subject);
  if (name && others.length === 0 && !isOwn(name.form)) return undefined;
  // Whose words are asked for may be who is another now; but for the country whose letters these are.
  const speaker = saidBy(subject)?.name;
  return speaker === undefined || isOwn(speaker) ? topic : undefined;
}

function onlyTime(question: string): boolean {
  return datesIn(question).length > 0 && contentWords(withoutDates(question)).length === 0;
}

/** "En België?" asks the same of another: the one name of the subject gives way. */
function renamed(subject: string, question: string): string {
  const [name, ...others] = namesIn(subject);
  if (!name || others.length > 0 || namesIn(question).length !== 1 || asks(question)) return subject;
  const written = [...withoutReferences(subject).matchAll(/\p{Lu}[\p{L}\p{N}-]*/gu)].filter(({ index }) => index > 0);
  const [only] = written;
  if (!only || written.length > 1) return subject;
  return subject.slice(0, only.index) + subject.slice(only.index + only[0].length);
}

/** The names in a text, but for those of months and of papers of parliament. */
function namesIn(text: string) {
  return contentWords(withoutReferences(text)).filter(({ capital, form }) => capital && !/\d/.test(form));
}

/** A text with blanks where it names times and a paper of parliament. */
function withoutReferences(text: string): string {
  const paper = typedPaper(text);
  return [...datesIn(text), ...(paper ? [paper] : [])].reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
}
