import type { Passage } from '../letters/types.ts';
import { withoutAddresses } from './addresses.ts';
import { either, phrases } from './analysis/phrases.ts';

const TITLE = /«[^«]*»|“[^“”]*”|"[^"]*"|‘[^‘’]*’|(?<!\p{L})'[^']*'(?!\p{L})/gsu;
/** Where parliament's papers, laws and judgments are kept, a page, a year. */
const KEPT =
  /(?<!\p{L})(?:kamerstuk\p{L}*|handelingen|stb|stcrt|trb|pb(?:eu)?|ecli|nrs?|blz|pag|pp?)(?!\p{L})|\||(?<!\d)(?:19|20)\d\d(?!\d)/iu;
const AMOUNT = /[€$%]|(?<!\p{L})(?:procent|miljoen|miljard|duizend|percent|million|billion)(?!\p{L})/iu;
/** "NOS, 6 maart 2024 ...", "Relief Web, d.d. 15 april 2024, ...": who published it, and when. */
const PUBLISHED =
  /^[\W\d]{0,8}[\p{L}\d.&'-]{1,30}(?: [\p{L}\d.&'-]{1,30}){0,5}, (?:d\.d\. ?)?(?:\d{1,2} )?\p{L}{3,9} (?:19|20)\d\d/u;

/** Verbs that carry most sentences of a note that says something itself. */
const STATES = phrases(`
  is/zijn/was/waren/wordt/worden/werd/werden/heeft/hebben/had/hadden/ben/bent
  kan/kunnen/kon/konden/zal/zullen/zou/zouden/moet/moeten/moest/moesten/mag/mogen/wil/willen/wilde/hoeft/hoeven
  gaat/gaan/ging/gingen/komt/komen/kwam/kwamen/staat/staan/stond/ligt/liggen/lag/blijft/blijven/blijkt/bleek
  betreft/betreffen/betekent/betekenen/houdt/geldt/gelden/gold/bestaat/bestaan/omvat/omvatten/bevat/bevatten
  vormt/vormen/geeft/geven/gaf/gaven/maakt/maken/maakte/bedraagt/bedragen/bedroeg/dient/dienen/valt/vallen/viel
  volgt/volgen/laat/laten/doet/doen/deed/stelt/stelde/toont/neemt/nemen/nam/krijgt/krijgen/kreeg/hoort/horen
  are/were/has/have/can/could/will/would/shall/should/may/must/means/includes/consists/contains/concerns
`);

type Note = Pick<Passage, 'kind' | 'text'>;

const known = new WeakMap<Note, boolean>();

/**
 * Whether a passage is a note that only says where something is to be read: a newspaper's title and its address, a
 * paper's number. Its words are those of what it points at, so it looks like an answer and is none.
 */
export function isSourceNote(passage: Note): boolean {
  if (passage.kind !== 'footnote') return false;
  const before = known.get(passage);
  if (before !== undefined) return before;
  const found = pointsOnly(passage.text);
  known.set(passage, found);
  return found;
}

function pointsOnly(text: string): boolean {
  const untitled = text.replace(TITLE, ' ');
  const hasPlace = untitled !== text || withoutAddresses(text) !== text;
  if (hasPlace && PUBLISHED.test(text)) return true;
  const own = withoutAddresses(untitled);
  return (hasPlace || KEPT.test(own)) && !AMOUNT.test(own) && !STATES(own);
}

const SOURCES = either(`
  bron
  bronnen
  kranten*
  krant
  tijdschrift*
  nieuws*
  mediabericht*
  bericht
  berichten
  artikel
  artikelen
  rapport
  rapporten
  onderzoek
  onderzoeken
  publicatie*
  web*
  link
  adres
  voetnoot
  kamerstuk*
  motie
  moties
  source
  sources
  newspaper*
  magazine*
  news
  article
  articles
  report
  reports
  study
  studies
  publication*
  address
  footnote
  motion
  motions
`);

/** Whether a question asks what a letter refers to: a newspaper, a report, a paper's number. */
export const asksForSource = phrases(`
  welk/welke/which/what ..3 ${SOURCES}
  bron/bronnen/bronvermelding/source/sources/link/url/voetnoot/footnote
`);
