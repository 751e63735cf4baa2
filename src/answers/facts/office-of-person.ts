import { INITIALS, NAME_WORD, PARTICLE } from '../../letters/signature/names.ts';
import type { Letter, Span } from '../../letters/types.ts';
import { fold } from '../../retrieval/analysis/fold.ts';
import { literal } from '../../retrieval/analysis/literal.ts';
import { isMinistry } from '../../retrieval/lexical/ministries.ts';
import { knownAs, lastName } from '../../retrieval/question/called.ts';
import { signatoriesOf } from '../../retrieval/question/signatories-named.ts';
import type { Quote } from '../schema.ts';
import { type Asked, type FactAnswer, stated, unstated } from './found.ts';
import { quotedFor } from './opening.ts';
import { HONORIFIC, NAME, newestPlaces, whereSigned } from './person-asked.ts';
import { wholeQuestions } from './whole-questions.ts';

const RANK =
  '(?:vice-)?minister(?:-president)?|premier|staatssecretaris|bewindspersoon|(?:prime |deputy )?minister|state secretary|secretary of state';
const WHICH =
  '(?:(?:de|een|the|a|onze|huidige|nieuwe|vorige|toenmalige|demissionair|nederlandse|current|new|former|dutch)\\s+){0,3}';
const WHEN = '(?:(?:nu|nog|al|ook|toen|destijds|ooit|eigenlijk|now|still|also|then|ever|in \\d{4})\\s+){0,2}';
const AT_END = '(?:\\s+(?:geweest|geworden|nu|toen|now|then|in \\d{4}))?';
/** "Is Van Weel minister van Defensie?", "Was Kaag the Foreign Minister?" */
const ASKS = wholeQuestions([
  `(?:is|was)\\s+${HONORIFIC}${NAME}\\s+${WHEN}the\\s+(?<field>\\p{L}+(?:\\s\\p{L}+){0,3}?)\\s+(?:minister|secretary)${AT_END}`,
  `(?:is|was|wordt|werd)\\s+${HONORIFIC}${NAME}\\s+${WHEN}${WHICH}(?:${RANK})(?:\\s+(?:van|voor|of|for)\\s+(?:the\\s+)?(?<field>\\S.{1,80}?))?${AT_END}`,
]);
/** Of a field every word but the small ones has a capital; else more is asked than who somebody is. */
const IS_FIELD =
  /^\p{Lu}[\p{L}&-]*(?:,?\s(?:(?:en|and|van|voor|of|for|&)\s(?:(?:de|het|the)\s)?)?\p{Lu}[\p{L}&-]*){0,9}$/u;
const IS_NAME = new RegExp(
  `^(?!(?:de|het|the|een|a)\\s)(?:${INITIALS})?(?:(?:['’‘]?(?:${PARTICLE}))\\s|${NAME_WORD}\\s){0,5}${NAME_WORD}$`,
  'u',
);

/**
 * Whether somebody holds an office: the places that state which office is theirs, by which everybody sees whether it is that
 * one: signatures, those with the office that is asked about where there are any; else what others write of them.
 */
export function officeOfPerson(asked: Asked): FactAnswer | null {
  const { name: typed, field } = ASKS(asked.question.replace(/\s+/gu, ' ')) ?? {};
  if (
    typed === undefined ||
    !IS_NAME.test(typed) ||
    !(field === undefined || IS_FIELD.test(field) || isMinistry(field))
  )
    return null;
  const name = knownAs(typed, signatoriesOf(asked));
  const says = ({ text }: Quote) => field !== undefined && fold(text).includes(fold(field));
  const signed = (letter: Letter) => whereSigned(letter, name);
  const ways = [
    (letter: Letter) => signed(letter).filter(says),
    signed,
    (letter: Letter) => whereInOffice(letter, name),
  ];
  const quotes = ways.map((way) => newestPlaces(asked.letters, way)).find((places) => places.length > 0) ?? [];
  if (quotes.length > 0) return stated(asked, quotes);
  return { ...unstated(asked), is: 'no_office', name: typed };
}

/** The first place in the text of a letter that gives somebody an office. */
function whereInOffice(letter: Letter, name: string): Quote[] {
  for (const passage of letter.passages) {
    const quotes = fold(passage.text).includes(lastName(name))
      ? quotedFor(letter, passage, (text) => inOffice(text, name))
      : [];
    if (quotes.length > 0) return quotes;
  }
  return [];
}

const OFFICE =
  '(?:[Mm]inister(?:-president)?|[Pp]remier|[Ss]taatssecretaris|[Ss]ecretaris-generaal|[Hh]oge [Vv]ertegenwoordiger|(?:[Vv]ice)?[Pp]resident|[Bb]ondskanselier|[Ee]urocommissaris|[Aa]mbtgenoot)';
const CAPITALS = '\\p{Lu}[\\p{L}&-]*(?:(?:,\\s|,?\\sen\\s|\\s)\\p{Lu}[\\p{L}&-]*){0,6}';
const BEFORE_SURNAME = `(?:(?:\\p{Lu}[\\p{L}.-]*|${PARTICLE})\\s){0,4}`;
const BRACKETS = '(?:\\s\\([^()]{1,60}\\))?';

/** "Minister Otter (JenV)", "minister van Defensie Otter", "Otter, minister van Defensie". */
function inOffice(text: string, name: string): Span | null {
  const surname = `(?<![\\p{L}-])${literal(name.split(/\s+/).at(-1) ?? name)}(?:-\\p{Lu}\\p{L}*)?(?!\\p{L})`;
  for (const form of [
    `(?<!\\p{L})${OFFICE}${BRACKETS}\\s(?:(?:van|voor)\\s${CAPITALS}\\s)?${BEFORE_SURNAME}${surname}${BRACKETS}`,
    `${surname}(?:,\\s|\\s\\()(?:de\\s)?${OFFICE}\\s(?:van|voor)\\s${CAPITALS}\\)?`,
  ]) {
    const match = new RegExp(form, 'u').exec(text);
    if (match) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}
