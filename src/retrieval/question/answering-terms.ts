import { DUTCH_MONTHS } from '../../letters/dates/months.ts';
import { inDigits } from '../analysis/number-words.ts';
import { anyPhrase, type Phrases, phrases } from '../analysis/phrases.ts';

const MONTH = anyPhrase(DUTCH_MONTHS.join('\n'));
const TIME_UNIT = anyPhrase(`
  jaar
  jaren
  jarige
  maand
  maanden
  week
  weken
  dag
  dagen
  uur
  uren
`);
/** Words for numbers that are not exact, or count what counts. */
const VAGUE_NUMBERS = `
  honderd*
  duizend*
  miljoen*
  miljard*
  tientallen
  dozijn
  geen enkele
  enige
`;
const NUMBER = String.raw`(?<![\d\p{L}])(?:\d+(?:[.,]\d+)?|${anyPhrase(VAGUE_NUMBERS)})`;
const ANY_NUMBER = new RegExp(NUMBER, 'iu');
export const COUNT: Phrases = (text) => ANY_NUMBER.test(inDigits(text));

const DOCUMENT = anyPhrase(`
  nr
  artikel
  art
  lid
  hoofdstuk
  resolutie
  kamerstuk
  kamerstukken
  kamerstuknummer
`);

/** Numbers that count nothing: dates, years, document numbers, names such as F-35. */
export const NO_COUNT = new RegExp(
  [
    String.raw`\d{1,2}(?:\s+(?:en|tot|t/m)\s+\d{1,2})?\s+${MONTH}`,
    String.raw`\b(?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)?\d\d)?\b`,
    String.raw`\b${DOCUMENT}\.?\s*\d[\d. \-X]*`,
    String.raw`(?<!\p{L})\p{L}+-?\d+`,
  ].join('|'),
  'giu',
);

const SHARE_WORDS = phrases(`
  procent
  percent
  helft
  tweederde
  driekwart
  meerderheid
  derde/kwart/vijfde/tiende (deel) van
`);
export const SHARE: Phrases = (text) => /\d\s*%/.test(text) || SHARE_WORDS(text);

const MONEY_WORDS = phrases(`
  euro
  miljoen
  miljard
  gulden
  dollar
  mld
  mln
  procent
`);
export const MONEY: Phrases = (text) => /[€$]\s*\d|\d,-|\d\s*%/.test(text) || MONEY_WORDS(text);

const LASTING = phrases(`
  levenslang*
  onbeperkt*
  halfjaar*
  kwartaal*
  permanent*
`);
const TIME_SPAN = new RegExp(
  String.raw`(?:${NUMBER}|(?<![\d\p{L}])(?:een|half))[ -]+(?:\p{L}+ ){0,2}${TIME_UNIT}|-jarige`,
  'iu',
);
export const DURATION: Phrases = (text) => TIME_SPAN.test(inDigits(text)) || LASTING(text);

const WHEN_WORDS = phrases(`
  voorjaar
  zomer
  najaar
  winter
  vandaag
  morgen
  gisteren
  eind
  begin
  onmiddellijk
  onverwijld
  zodra
  per direct
  kabinetsperiode
  volgend/volgende jaar/week/maand/kabinet
`);
const POINT_IN_TIME = new RegExp(String.raw`\b(?:1[89]|20)\d\d\b|\b${MONTH}|${NUMBER} ${TIME_UNIT}`, 'iu');
export const WHEN: Phrases = (text) => POINT_IN_TIME.test(inDigits(text)) || WHEN_WORDS(text);

/** Who acts, where it is no name. */
export const SOMEBODY = phrases(`
  minister*
  regering*
  overheid*
  gemeente*
  rijk
  kabinet
  commissie
  raad
  staat
  staten
  partij*
  kamer
  secretaris*
  directeur
  voorzitter*
  president*
  premier*
  commandant*
  generaal
  ambassadeur*
  vertegenwoordiger*
  ouders
  werkgever*
  bedrij*
  school
  scholen
  burger*
  werknemer*
  rechter
  instantie*
  autoriteit*
  organisatie*
  provincie*
  inspect*
  bondgeno*
  landen
  lidstaten
`);

export const REASON = phrases(`
  omdat
  doordat
  want
  daarom
  daardoor
  vanwege
  wegens
  zodat
  aangezien
  gezien
  dankzij
  opdat
  waardoor
  leidt
  leiden
  gevolg
  reden
  oorzaak
  door
  om
  immers
  namelijk
  daarmee
`);
