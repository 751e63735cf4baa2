import { DUTCH_MONTHS } from '../../letters/dates/months.ts';
import type { Letter } from '../../letters/types.ts';

const MONTH = `(?:${DUTCH_MONTHS.join('|')})`;
const DAY = `(?:\\d{1,2} )?${MONTH}(?: \\d{4})?`;
const TIMES =
  '(?:zomerreces|kerstreces|herfstreces|meireces|krokusreces|voorjaar|najaar|zomer|winter|kwartaal|jaar)(?![\\p{L}])';
const SEASON = `(?:het |dit |komende? |volgende? |eerste |tweede |derde |vierde |laatste ){0,2}${TIMES}(?: (?:van )?\\d{4})?`;
const UNTIL_VERB =
  '[^,.;]{3,80}?(?= (?:zal|zullen|ontvangt|ontvangen|stuurt?|sturen|informeert?|informeren)(?![\\p{L}]))';
const PAPER = '(?:verslag|voortgangsrapportage|voortgangsbrief|begroting|jaarverslag|brief)';
const WHEN = new RegExp(
  [
    `voor de (?:aankomende|komende|volgende|eerstvolgende) ${UNTIL_VERB}`,
    `(?:uiterlijk|v[óo][óo]r|vanaf|in de loop van|eind|begin|medio|per|op|in)(?: (?:op|in|de))? (?:${DAY})`,
    `(?:uiterlijk|v[óo][óo]r|voor|in de loop van|eind|begin|medio|in|na)(?: (?:in|op))? ${SEASON}`,
    `voor ${DAY}`,
    'binnen (?:\\p{L}+|\\d+) (?:dagen|weken|maanden|jaar)',
    '(?:op|binnen) (?:zeer )?(?:korte termijn|afzienbare tijd)',
    '(?:zo spoedig mogelijk|binnenkort|spoedig|tijdig|jaarlijks|periodiek|halfjaarlijks)',
    'zodra [^,.;]{3,80}',
    'voorafgaand (?:aan [^,.;]{3,80}|hieraan|daaraan)',
    `(?:in|bij|na) (?:het|de|een) (?:volgende|eerstvolgende|komende)? ?${PAPER}(?: (?:van|over) [^,.;]{3,60})?`,
    'via de gebruikelijke weg',
  ].join('|'),
  'iu',
);
/** When it was promised, not when it is due: "zoals ik u op 31 oktober heb toegezegd", "die ik u op 2 mei toezegde". */
const EARLIER =
  /\b(?:zoals|die|dat|welke) [^,]*?(?:toegezegd|toezegde|gemeld|vooruitzicht (?:stelde|gesteld)|aangekondigd)/iu;

/** By when something is promised, in the sentence's own words; null where it does not say. */
export function dueOf(sentence: string): string | null {
  const match = WHEN.exec(sentence.replace(EARLIER, ''));
  return match && sentence.includes(match[0]) ? match[0].trim() : null;
}

const OFFICE =
  /\b(?:[Dd]e )?(?:[Mm]inister-president|[Mm]inister|[Ss]taatssecretaris)(?: (?:van|voor) \p{Lu}[\p{L}-]+(?:(?:,| en| voor)? \p{Lu}[\p{L}-]+){0,6})?/u;
const GOVERNMENT = /\bhet kabinet\b|\bde regering\b/i;
const FIRST_PERSON = /\b(?:ik|mij|mijn)\b/i;
const FIRST_PERSONS = /\b(?:wij|we|ons|onze)\b/i;

/** Who makes a promise: whom the sentence names, else who signed the letter. */
export function whoOf(sentence: string, { metadata: { signatories } }: Letter): string | null {
  const signed = signatories.map(({ name, office }) => (office ? `${name}, ${office}` : name)).join('; ') || null;
  if (FIRST_PERSON.test(sentence) || FIRST_PERSONS.test(sentence)) return signed;
  return GOVERNMENT.exec(sentence)?.[0].toLowerCase() ?? OFFICE.exec(sentence)?.[0] ?? signed;
}
