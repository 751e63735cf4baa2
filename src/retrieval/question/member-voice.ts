import { NAME_WORD, PARTICLE } from '../../letters/signature/names.ts';
import type { Span } from '../../letters/types.ts';
import { literal } from '../analysis/literal.ts';
import type { Corpus } from '../types.ts';
import { isCalled, lastName } from './called.ts';
import { membersNamed, parliamentIn } from './members-named.ts';
import { signatoriesOf } from './signatories-named.ts';
import { speaks } from './speaks.ts';
import { type Called, voiceAsked } from './voice-asked.ts';

/** A party or a member of parliament whose view a question asks for. */
export interface MemberVoice {
  /** As the question calls them. */
  readonly who: string;
  /** Whether a sentence names them as one who thinks, says, asks or wants something. */
  readonly speaksIn: (text: string) => boolean;
}

const NAME = `(?:['’‘]?(?:${PARTICLE})\\s){0,3}${NAME_WORD}(?:\\s(?:(?:${PARTICLE})\\s){0,2}${NAME_WORD}){0,3}`;
/** "Kamerlid Otter", "MP Otter" are members whether letters name them so or not. */
const MEMBER = new RegExp(
  `^(?:(?:[Hh]et|[Dd]e|[Tt]he)\\s)?(?:(?:[Tt]weede\\s|[Ee]erste\\s)?[Kk]amerl(?:id|eden)|[Ll]id|[Ll]eden|[Ff]ractievoorzitter|MPs?|[Mm]embers?(?:\\sof\\s[Pp]arliament)?)\\s(?<name>${NAME})`,
  'u',
);
const PERSON = new RegExp(
  `^(?:(?:[Dd]e\\s)?(?:[Hh]eer|[Mm]eneer|[Mm]evrouw|[Dd]hr\\.?|[Mm]w\\.?|[Mm]rs?\\.?|[Mm]s\\.?)\\s)?(?<name>${NAME})`,
  'u',
);
const ARTICLE = '(?:(?:[Dd]e|[Hh]et|[Tt]he)\\s)?';
const GROUP_OF =
  '(?:[Ff]racties?|[Pp]artij(?:en)?|[Ww]oordvoerders?|[Ll]eden|[Kk]amerleden|[Gg]roup|[Mm]embers|MPs)\\s(?:van|of)\\s';
const OF_PARTY = `${ARTICLE}(?:${GROUP_OF}${ARTICLE})?`;
const GROUP = '(?:-?fracties?|-kamerl(?:id|eden)|-leden)?';
const ENDS = '(?![\\p{L}\\d-])';
const IS_CAPITAL = /^(?:\p{Lu}|\d)/u;
/** "De leden van de fracties van de VVD, D66 en " before a party, "Van Nispen (" before one in brackets. */
const BEFORE_PARTY = new RegExp(
  `(?:(?:${ARTICLE}${GROUP_OF}){0,2}${ARTICLE}(?:[\\p{Lu}\\d][\\p{L}\\d/-]*(?:,|\\sen|\\sand)\\s${ARTICLE}){0,15}|(?:${NAME}\\s)?\\((?:beiden\\s)?)$`,
  'u',
);
const BEFORE_NAME = new RegExp(
  `(?:(?:${ARTICLE}(?:[Tt]weede\\s)?(?:[Kk]amerlid|[Ll]id|[Hh]eer|[Mm]eneer|[Mm]evrouw|[Mm]rs?\\.?|[Mm]s\\.?|MP)\\s)?(?:\\p{Lu}[\\p{L}.]*\\s){0,2}(?:(?:${PARTICLE})\\s){0,3})$`,
  'u',
);
const BEHIND_NAME = /^(?:\s?\([^()]{1,40}\)|\)|\sc\.s\.)/u;
/** A party that says itself that it is one, whether letters name it or not. */
const ANY_PARTY =
  /^(?:(?:[Dd]e|[Hh]et|[Tt]he)\s)?(?:(?:[Ff]ractie|[Pp]artij)\s(?:van|of)\s(?:(?:de|het|the)\s)?(?<name>\p{Lu}[\p{L}\d/-]{1,40})|(?<group>\p{Lu}[\p{L}\d/-]{1,40}?)-fractie|(?<whole>Partij\s(?:van|voor)\s(?:(?:de|het)\s)?\p{Lu}\p{L}+))(?![\p{L}\d-])/u;

/** The party or member whose words, view or vote a question asks for; null where it asks for nobody's, or a signatory's. */
export function memberVoice(question: string, corpus: Corpus): MemberVoice | null {
  const { members, parties } = parliamentIn(corpus);
  const signatories = signatoriesOf(corpus);
  const isMember = (name: string) =>
    [...members].some((member) => isCalled(member, lastName(name))) &&
    !signatories.some((signatory) => isCalled(signatory, name));
  const asked = voiceAsked(question, (text) => partyAt(text, parties) ?? memberAt(text, isMember));
  return asked && { ...asked, speaksIn: (text) => asked.placesIn(text).some((span) => speaks(text, span)) };
}

/** A party or a member as a question calls them, and where a sentence names them. */
interface Voice extends Called {
  readonly placesIn: (sentence: string) => Span[];
}

function partyAt(text: string, parties: ReadonlySet<string>): Voice | null {
  const names = [...parties].flatMap((party) => [party, ...party.split(/[-/]/)]).sort((a, b) => b.length - a.length);
  const known = names.map((name) => new RegExp(`^${OF_PARTY}(?<name>${literal(name)})${GROUP}${ENDS}`, 'iu'));
  for (const form of [...known, ANY_PARTY]) {
    const { 0: who, groups } = form.exec(text) ?? {};
    const name = groups?.name ?? groups?.group ?? groups?.whole;
    // Who types no capitals says with an article that it is a name: "denk" is a word.
    if (who === undefined || name === undefined || (who === name && !IS_CAPITAL.test(name))) continue;
    return { who, placesIn: (sentence) => partyIn(sentence, name) };
  }
  return null;
}

function memberAt(text: string, isMember: (name: string) => boolean): Voice | null {
  const said = MEMBER.exec(text);
  const { 0: who, groups } = said ?? PERSON.exec(text) ?? {};
  const name = groups?.name;
  if (who === undefined || name === undefined || !(said || isMember(name))) return null;
  return { who, placesIn: (sentence) => memberIn(sentence, lastName(name)) };
}

/** Where a sentence names a party: with what it is called by, or the members behind whose names it stands. */
function partyIn(sentence: string, name: string): Span[] {
  const named = membersNamed(sentence);
  const form = new RegExp(`(?<![\\p{L}\\d])${literal(name)}${GROUP}(?![\\p{L}\\d])`, 'giu');
  return [...sentence.matchAll(form)].flatMap(({ 0: words, index }) => {
    if (!IS_CAPITAL.test(words)) return [];
    const members = named.find(({ start, end }) => start <= index && index < end);
    return members ?? extended(sentence, { start: index, end: index + words.length }, BEFORE_PARTY);
  });
}

/** Where a sentence names a member, with those named beside them. */
function memberIn(sentence: string, surname: string): Span[] {
  const named = membersNamed(sentence).filter(({ members }) => members.some(({ name }) => isCalled(name, surname)));
  const words = [...sentence.matchAll(/\p{Lu}[\p{L}'’-]*/gu)].filter(({ 0: word }) => isCalled(word, surname));
  const alone = words.flatMap(({ 0: word, index }) =>
    named.some(({ start, end }) => start <= index && index < end)
      ? []
      : extended(sentence, { start: index, end: index + word.length }, BEFORE_NAME),
  );
  return [...named, ...alone];
}

/** A name with what belongs to it before it, and a party behind it. */
function extended(sentence: string, { start, end }: Span, before: RegExp): Span {
  const own = before.exec(sentence.slice(0, start))?.[0] ?? '';
  const party = BEHIND_NAME.exec(sentence.slice(end))?.[0] ?? '';
  return { start: start - own.length, end: end + party.length };
}
