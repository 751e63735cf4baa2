import { DUTCH_MONTHS } from '../../letters/dates/months.ts';
import { anyOf, anyTerm } from '../../term-list.ts';

const MONTH = anyOf(DUTCH_MONTHS.join('\n'));
const TIME_UNIT = anyOf(`
  jaar
  jaren
  jarige
  maand(en)
  week
  weken
  dag
  dagen
  uur
  uren
`);
const NUMBER_WORDS = `
  één
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
const NUMBER = String.raw`(?<![\d\p{L}])(?:\d+|${anyOf(NUMBER_WORDS)})`;
const NO_LETTER = String.raw`(?!\p{L})`;

export const COUNT = anyTerm(NUMBER_WORDS);

const DOCUMENT = anyOf(`
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

const SHARE_WORDS = anyTerm(`
  procent
  percent
  helft
  tweederde
  driekwart
  meerderheid
  [derde|kwart|vijfde|tiende] (deel )van
`);
export const SHARE = new RegExp(String.raw`\d\s*%|${SHARE_WORDS.source}`, 'iu');

const MONEY_WORDS = anyTerm(`
  euro
  miljoen
  miljard
  gulden
  dollar
  mld
  mln
  procent
`);
export const MONEY = new RegExp(String.raw`[€$]\s*\d|\d,-|\d\s*%|${MONEY_WORDS.source}`, 'iu');

const LASTING = anyOf(`
  -jarige
  levenslang
  onbeperkt
  halfjaar
  kwartaal
  permanent
`);
export const DURATION = new RegExp(
  String.raw`(?:${NUMBER}|(?<![\d\p{L}])(?:een|half))[ -]+(?:\p{L}+ ){0,2}${TIME_UNIT}${NO_LETTER}|${LASTING}`,
  'iu',
);

const WHEN_WORDS = anyTerm(`
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
  volgend(e) [jaar|week|maand|kabinet]
`);
export const WHEN = new RegExp(
  String.raw`\b(?:1[89]|20)\d\d\b|\b${MONTH}\b|${WHEN_WORDS.source}|${NUMBER} ${TIME_UNIT}${NO_LETTER}`,
  'iu',
);

/** Who acts, where it is no name. */
export const SOMEBODY = anyTerm(`
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

export const REASON = anyTerm(`
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
