import { DUTCH_MONTHS } from '../../letters/dates/months.ts';
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
const NUMBER_WORDS = `
  één/éen/eén
  twee
  drie
  vier
  vijf
  zes
  zeven
  acht
  negen
  tien
  elf
  twaalf
  dertien
  veertien
  vijftien
  zestien
  achttien
  twintig
  dertig
  veertig
  vijftig
  zestig
  zeventig
  tachtig
  negentig
  honderd*
  duizend*
  tientallen
  dozijn
  geen enkele
  enige
`;
const NUMBER = String.raw`(?<![\d\p{L}])(?:\d+|${anyPhrase(NUMBER_WORDS)})`;

export const COUNT = phrases(NUMBER_WORDS);

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
export const DURATION: Phrases = (text) => TIME_SPAN.test(text) || LASTING(text);

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
export const WHEN: Phrases = (text) => POINT_IN_TIME.test(text) || WHEN_WORDS(text);

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
