import { phrases } from '../analysis/phrases.ts';

const MEMBER = phrases(`
  *lid/*lidstaat/*bondgenoot
  *lidmaatschap*
  toetred*/toegetreden/aangesloten/kandida*/aspirant*
  member/membership/ally/accession
`);
/** These may well be others than who else is named: "de bondgenoten spraken met Finland". */
const MEMBERS = phrases(`
  *leden/*lidstaten/*bondgenoten
  *partner/*partners/*partnerland/*partnerlanden
  members/allies
`);

const NAME = "(?:(?:de|het|the) )?\\p{Lu}[\\p{L}'’-]*\\p{Ll}";
const NAMES = `${NAME}(?:,? (?:(?:en|of|and|or) )?${NAME}){0,40}`;
/** "NAVO-partners Georgië en Oekraïne": members, and right behind that who they are. */
const BY_NAME = new RegExp(
  `(?:lid|leden|lidstaat|lidstaten|bondgenoot|bondgenoten|partners?|partnerland(?:en)?|members?|ally|allies) (?:(?:als|zoals|like) )?${NAMES}`,
  'gu',
);
/** "Met Finland", "in Finland": what is said of members is not said of them. */
const BESIDE = new RegExp(
  `(?<!\\p{L}|samen )(?:[Mm]et|[Oo]ver|[Tt]egen|[Ii]n|[Uu]it|with|about|against|from) ${NAMES}`,
  'gu',
);

/**
 * Whether a sentence speaks of the membership of who is asked about: not where it says by name which others are members,
 * nor where members only have to do with them.
 */
export function speaksOfMember(text: string, isNamedIn: (words: string) => boolean): boolean {
  if (!isNamedIn(text)) return false;
  if (text.match(BY_NAME)?.some(isNamedIn)) return true;
  const left = text.replace(BY_NAME, '');
  if (MEMBER(left)) return true;
  const said = left.replace(BESIDE, '');
  return MEMBERS(said) && isNamedIn(said);
}
