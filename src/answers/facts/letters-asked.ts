import { byDayWritten } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { isOfMeeting } from '../../retrieval/question/report-of.ts';
import { timesIn } from '../../retrieval/question/times.ts';
import { type Asked, type FactAnswer, type Sources, unstated } from './found.ts';
import { lettersMeant } from './letter-meant.ts';
import { BEGINS, KINDS, ONE, PLURAL, tellsWhich, withoutSigns } from './letter-words.ts';
import { CAME, withoutCame } from './letters-came.ts';
import { askedOfSignatory } from './letters-signed.ts';
import { nearest } from './nearest.ts';
import { isOfVagueTime } from './relative-times.ts';
import { saidOfLetter } from './said.ts';

/** Words that bound a time. */
const BOUND = 'tussen|sinds|vanaf|vóór|na|between|since|before|after';
/** With these is told who wrote letters, when, or what about. */
const TELLING = `(?:over|van|uit|about|on|from|of|by|${BOUND})`;
/** What may follow where one letter is asked for. */
const OF = `(?= ${TELLING} )`;
const YOU = '(?: je| jij| jullie| u)?(?: allemaal| zoal| nu| eigenlijk| nog| ook)*';
const SAYS_CAME = `(?= (?:.{0,120} )?(?:${CAME})(?!\\p{L}))`;
const ASKS = [
  `(?:over )?(?:welke|wat voor|hoeveel) ${PLURAL} (?:hebt?|heeft|kent?|beschikt?|bezit)${YOU}(?: over(?= ?$|\\W*$))?`,
  `(?:welke|wat voor|hoeveel) ${PLURAL} (?:zijn|bestaan) er(?: allemaal| zoal)?`,
  `welke ${PLURAL} (?:zijn|werden)${SAYS_CAME}`,
  `welke ${PLURAL} verschenen(?: er)?`,
  `welke ${PLURAL} gaan(?= over )`,
  `(?:toon|geef|laat|noem)(?: me| mij)?(?: een (?:lijst|overzicht) van)?(?: alle| de| al| je| jouw)* ${PLURAL}(?: zien)?`,
  `(?:heb|ken)(?: je| jij| u)(?: ook| nog)* ${PLURAL}(?= (?:over|van|uit|${BOUND}) )`,
  `(?:which|what|how many) ${PLURAL} (?:do you (?:have|know|hold)|are there|have you(?: got)?)`,
  `(?:which|what) ${PLURAL} (?:were|have(?: been)?)${SAYS_CAME}`,
  `which ${PLURAL} are(?= about )`,
  `(?:show|list|give)(?: me)?(?: a list of)?(?: all| the| your| of)* ${PLURAL}`,
  `do you have (?:any )?${PLURAL}(?= (?:about|on|from|of|by|${BOUND}) )`,
  `(?:is|bestaat) er(?: ook| nog| al)* (?:een|geen) ${ONE}${OF}`,
  `(?:heb|hebben|ken|kent|hebt|heeft)(?: je| jij| u| jullie)(?: ook| nog| al)* (?:een|het|de|geen) ${ONE}${OF}`,
  `(?:is there|do you have|have you got|do you know)(?: also| already)? (?:a|an|any|the|no) ${ONE}${OF}`,
].map((form) => new RegExp(`${BEGINS}${form}(?<rest>.*)$`, 'isu'));
/** "Welke brieven uit 2022 gaan over stikstof?" says of which before it asks for them. */
const WHICH_FIRST = new RegExp(
  `(?<which>${BEGINS}(?:welke|wat voor|hoeveel|which|what|how many) ${PLURAL}) (?<of>${TELLING} .{2,80}?) (?:(?<asks>(?:heb|hebt|hebben|ken|kent) (?:je|jij|u|jullie)|(?:zijn|bestaan) er|do you (?:have|know)|are there)|(?<about>gaan(?= over )|are(?= about )))(?<rest>\\W*$| .*$)`,
  'isu',
);

function askedFirst(question: string): string {
  const { which, of, asks, about = '', rest = '' } = WHICH_FIRST.exec(question)?.groups ?? {};
  if (which === undefined) return question;
  return `${which} ${asks ?? (/^gaan$/i.test(about) ? 'zijn er' : 'are there')} ${of}${rest}`;
}

const ARE = new RegExp(
  `(?<which>${BEGINS}(?:welke|which|what) ${PLURAL}) (?:(?<zijn>zijn|waren|komen|kwamen|dateren)|are|were|come|date) (?<of>(?:van|uit|from|of|by) (?<told>.+))$`,
  'isu',
);
const IS_OFFICE =
  /^(?:(?:de|het|the|onze|our|toenmalige|demissionaire|former) ){0,2}(?:minister(?:-president)?|premier|staatssecretaris|(?:state )?secretary)(?!\p{L})/iu;

/** "Welke brieven zijn van minister X?" and "uit 2022?" as what they are asked for; those "van belang" are no writer's. */
function ofWhomOrWhen(question: string): string {
  const { which, zijn, of, told = '' } = ARE.exec(question)?.groups ?? {};
  if (which === undefined || !(IS_OFFICE.test(told) || timesIn(told)[0]?.start === 0)) return question;
  return `${which} ${zijn === undefined ? 'are there' : 'zijn er'} ${of}`;
}

const NOUN =
  '\\p{L}*(?:heid|heden|beleid|besluit|bericht|bewind|dienst|gebied|(?<!re)geld|geluid|geweld|gewicht|gezicht|gevecht|macht|markt|raad|recht|stand|verband|verbod|verbond|verzet)$';
const PREPOSITION = 'over|van|uit|in|door|naar|voor|bij|met|op|aan|tot|about|on|from|of|by|dated|for|with|to|at';
/**
 * "Is er een brief over X toegezegd?" asks what was done, not whether it is here; "over geweld" and "over het geweld"
 * end in a noun.
 */
const DONE = new RegExp(
  `(?<!\\p{L})(?<!(?<!\\p{L})(?:${PREPOSITION}) (?:(?:de|het|een|the|a|an) )?)(?!${NOUN})(?:(?:toe|aan|op|uit|mee|door|over|af|in|na|voor)ge\\p{L}{2,}(?:d|t|en)|(?:ge|ver|ont|be)\\p{L}{2,}[dt]|ge(?:schrev|gev|kom|nom|kreg|zond|lez)en|gedaan|verschenen|verzonden|ontvangen|besproken|onderweg|sent|promised|received|announced|written|coming|published|\\p{L}{3,}(?<!e)ed)$`,
  'u',
);

/** How many were sent to whom, and which papers were made public, is what letters tell. */
const ASKS_WHAT_CAME = new RegExp(
  `${BEGINS}(?:hoeveel|how many|\\S{1,10} (?:documenten|documents|papers)(?!\\p{L}))`,
  'iu',
);

/** An English report may be anything that is told; it is a letter where it is one of a meeting or a day. */
const REPORT = /^reports?$/iu;

/** "De brieven over stikstof", with nothing else. */
const ALONE = new RegExp(
  `^\\W*(?:(?:alle|all) )?(?:(?:de|the) )?${PLURAL}(?<rest> ${TELLING} [^?!:;]{2,100})[?!]{0,3}\\s?$`,
  'iu',
);

/** The letters that are asked for, newest first: all, those of a kind, or those that go by a subject, a date or a writer. */
export async function lettersAsked(asked: Asked, sources: Sources): Promise<FactAnswer | null> {
  const { retriever, corpus } = sources;
  const signed = askedOfSignatory(asked.question.replace(/\s+/g, ' '), corpus.letters);
  const question = askedFirst(ofWhomOrWhen(signed));
  const alone = ALONE.exec(question);
  const match = ASKS.map((form) => form.exec(question)).find((found) => found !== null) ?? alone;
  const { plural = '', rest = '' } = match?.groups ?? {};
  const said = withoutSigns(rest);
  const isOne = new RegExp(`^${ONE}$`, 'iu').test(plural);
  const telling = isOne ? said : withoutCame(said);
  if (!match || telling === null || isOfVagueTime(telling)) return null;
  if (telling !== said && ASKS_WHAT_CAME.test(match[0])) return null;
  if (telling !== '' && !tellsWhich(telling)) return null;
  if (DONE.test(telling) || (REPORT.test(plural) && telling !== '' && !isOfMeeting(telling))) return null;
  const called = KINDS.find((each) => new RegExp(`^(?:${isOne ? each.ones : each.plural})$`, 'iu').test(plural));
  const ofKind = asked.letters.filter(({ metadata }) => !called?.kind || metadata.kind === called.kind);
  const described = `${called?.one} ${telling}`;
  const { about, other, by } = saidOfLetter(described, ofKind);
  const letters = telling === '' ? ofKind : lettersMeant(described, asked.language, ofKind, retriever);
  const sorted = [...letters].sort(newestFirst);
  // Words that stand alone may be what is searched for: only letters that go by them answer.
  if (match === alone && sorted.length === 0 && `${about}${other}${by}` !== '') return null;
  // One that goes by other words may be meant; who wrote it, and when, leaves no doubt.
  if (isOne && sorted.length === 0 && /^(?:over|about|on)\s/iu.test(telling)) {
    const near = await nearest({ ...asked, question: described }, sources);
    if (near) return { ...unstated(asked), is: 'unknown', near };
  }
  return { ...unstated(asked), is: 'listed', letters: sorted, bySubject: telling !== '' && `${about}${other}` !== '' };
}

/** Sorts letters by the day they were written, the newest first. */
export function newestFirst(a: Letter, b: Letter): number {
  return byDayWritten(b.metadata, a.metadata) || a.title.localeCompare(b.title);
}
