import { ASKED } from './letterhead/asked.ts';
import { endsSentence, type Line } from './lines.ts';
import { numberPages } from './pages.ts';
import { markerOf } from './questions.ts';

/** The line over a note's number on pages of official publications. */
export const NOTE_LABEL = /^X ?Noot$/;

const NUMBER_LINES = [
  /^[-–—|]?\s?\d{1,3}\s?[-–—|]?$/,
  /^(?:pagina|page|blad|blz\.?|p\.)\s?\d{1,3}(?:\s?(?:van|of|\/)\s?\d{1,3})?$/i,
  /^\d{1,3}\s?(?:van|of|\/)\s?\d{1,3}$/i,
];

const RUNNING_LINES = [
  // "Tweede Kamer, vergaderjaar 2017–2018, 28 676, nr. 280 3"
  /^(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s?[-–/]\s?\d{2,4}\b.{0,120}$/,
  // "Tweede Kamer der Staten-Generaal 2", "Tweede Kamer der Staten-Generaal | 2 |"
  /^(?:Tweede|Eerste) Kamer der Staten-Generaal[\s|]*(?:\d[\s|]*)?$/,
  /^Aanhangsel van de Handelingen$/,
  /^Vragen gesteld door de leden der Kamer, met de daarop door de(?: regering gegeven antwoorden)?$/,
  /^regering gegeven antwoorden$/,
  NOTE_LABEL,
  /^(?:kst|ah|h|blg)-[\w-]{3,40}$/,
  /^ISSN \d{4}\s?-\s?\d{3}[\dX]$/,
  /^[’'‘]s-Gravenhage,? \d{4}$/,
];

/** What web pages and letter paper add, wherever on a page: no word of the letter. */
const ADDED_LINES = [
  /^(?:Naar boven|Terug naar boven|Terug naar begin|Download (?:als|deze) .{0,60}|Deel deze pagina|Print deze pagina)$/,
  /^(?:Gepubliceerd|Laatst gewijzigd|Geraadpleegd)(?: op)?:? .{4,60}$/,
  /^Bij (?:beantwoording|uw antwoord|antwoord)\b.{0,100}\bvermelden\b.{0,120}$/,
  /^Wilt u slechts één zaak in uw brief behandelen\.?$/,
];

/** What letter paper asks of who writes back, also in a narrow column. */
const STANDING = [
  /^Correspondentie uitsluitend richten aan\b.{0,160}\b(?:deze brief|kenmerk|retouradres)\.?$/,
  /^Bij (?:beantwoording|uw antwoord|antwoord)\b.{0,100}\bvermelden\b\.?(?: Wilt u slechts één zaak in uw brief behandelen\.?)?$/,
];
const STANDING_BEGINS = /^(?:Correspondentie uitsluitend|Bij (?:beantwoording|uw antwoord|antwoord)\b)/;
const MAX_STANDING_LINES = 7;

const BARE_NUMBER = /^\d{1,3}$/;
/** So many lines apart, numbers alone on their line stand in one table. */
const NEAR = 4;
const MAX_NUMBER_LINE = 30;
/** Longer lines are no running ones. */
const MAX_RUNNING = 250;

const BARE_URL = /^(?:https?:\/\/|www\.)\S+$/i;

/** How many lines at the top and at the bottom of a page can be running ones. */
const EDGE = 2;
/** On how many pages a line must come back to be a running one. */
const MIN_REPEATS = 3;
const MAX_REPEATED = 150;
/** Shorter lines with rising numbers are headings: "Artikel 3". */
const MIN_WORDS = 5;
/** By so much the number of a page rises from one to the next, on average: some pages have no such line. */
const MAX_STEP = 3;
/** So many characters a page holds at least, on average: a dozen lines. */
const MIN_PAGE = 1000;

/** Lines like these are in the middle of a sentence or end one. */
const RUNNING_TEXT = /^\p{Ll}|[\p{L}\p{N})][.,;]$/u;

export interface Furniture {
  /** For each line, whether it is page furniture. */
  readonly isFurniture: readonly boolean[];
  /** The page each line stands on; null where the text shows no page breaks. */
  readonly pages: readonly number[] | null;
}

/**
 * Finds page furniture: running headers and footers, page numbers, and links repeated at the foot of their page.
 *
 * @param numbers lines that hold a number which is surely no page's.
 * @param mayShow whether more than form feeds may show the pages.
 */
export function findFurniture(lines: readonly Line[], numbers: ReadonlySet<number>, mayShow: boolean): Furniture {
  const isFurniture = lines.map((line) => isRunning(line) || isOneOf(ADDED_LINES, line));
  const hasPageNumber = (line: Line, i: number): boolean => !numbers.has(i) && isPageNumber(lines, i, line);
  const pages = numberPages(
    lines,
    lines.map((line, i) => isRunning(line) || hasPageNumber(line, i)),
    mayShow,
  );
  lines.forEach((line, i) => {
    if (hasPageNumber(line, i) || (!numbers.has(i) && atEdgeNumber(lines, pages, i))) isFurniture[i] = true;
  });
  if (pages) for (const i of repeatedAtEdges(lines, pages)) if (!numbers.has(i)) isFurniture[i] = true;
  for (const i of numberedRepeats(lines)) isFurniture[i] = true;
  for (const i of standingNotices(lines)) isFurniture[i] = true;
  for (const i of repeatedLinks(lines)) isFurniture[i] = true;
  return { isFurniture, pages };
}

function isRunning(line: Line | undefined): boolean {
  return line !== undefined && isOneOf(RUNNING_LINES, line);
}

function isOneOf(forms: readonly RegExp[], line: Line): boolean {
  if (line.text.length > MAX_RUNNING) return false;
  const text = line.text.replace(/\s+/g, ' ');
  return forms.some((form) => form.test(text));
}

/** The longest run of lines from a beginning that together are a notice of the letter paper. */
function standingNotices(lines: readonly Line[]): number[] {
  return lines.flatMap(({ text }, i) => {
    if (!STANDING_BEGINS.test(text)) return [];
    const run = lines.slice(i, i + MAX_STANDING_LINES);
    const end = run.findIndex((line, k) => k > 0 && (line.blanksBefore > 0 || line.afterFormFeed));
    for (let size = end < 0 ? run.length : end; size > 0; size -= 1) {
      const whole = run.slice(0, size).map((line) => line.text);
      if (STANDING.some((form) => form.test(whole.join(' ')))) return whole.map((_, k) => i + k);
    }
    return [];
  });
}

/** "3", "- 3 -", "Pagina 2 van 4" on a line of its own, with room around it. */
function isPageNumber(lines: readonly Line[], i: number, line: Line): boolean {
  if (line.text.length > MAX_NUMBER_LINE || !NUMBER_LINES.some((form) => form.test(line.text))) return false;
  if (NOTE_LABEL.test(lines[i - 1]?.text ?? '')) return false;
  const next = lines[i + 1];
  // A paper of questions and answers has its own number over what was asked.
  if (ASKED.test(next?.text ?? '')) return false;
  if (isRunning(lines[i - 1]) && (isRunning(next) || /^Vergaderjaar\s/.test(next?.text ?? ''))) return true;
  if (isCell(lines, i)) return false;
  const roomBefore = i === 0 || line.blanksBefore > 0 || line.afterFormFeed;
  const roomAfter = !next || next.blanksBefore > 0 || next.afterFormFeed;
  return (roomBefore && roomAfter) || !/^\d+$/.test(line.text);
}

/** A bare number among others like it is a cell of a table: pages are longer. */
function isCell(lines: readonly Line[], i: number): boolean {
  if (!BARE_NUMBER.test(lines[i]!.text)) return false;
  for (const step of [-1, 1]) {
    for (let k = i; Math.abs(k + step - i) <= NEAR; k += step) {
      const other = lines[k + step];
      if (!other || lines[step > 0 ? k + 1 : k]!.afterFormFeed) break;
      if (BARE_NUMBER.test(other.text)) return true;
    }
  }
  return false;
}

/** A bare number that is the first or last line of its page. */
function atEdgeNumber(lines: readonly Line[], pages: readonly number[] | null, i: number): boolean {
  const text = lines[i]?.text ?? '';
  if (!pages || !/^\d{1,3}$/.test(text) || NOTE_LABEL.test(lines[i - 1]?.text ?? '')) return false;
  if (isCell(lines, i)) return false;
  return pages[i - 1] !== pages[i] || pages[i + 1] !== pages[i];
}

/** Lines that come back, but for their digits, at the edge of at least three pages and half of all pages; no markers. */
function repeatedAtEdges(lines: readonly Line[], pages: readonly number[]): number[] {
  const seen = new Map<string, { pages: Set<number>; lines: number[] }>();
  lines.forEach((line, i) => {
    const nearTop = pages[i - EDGE] !== pages[i];
    const nearBottom = pages[i + EDGE] !== pages[i];
    if (!(nearTop || nearBottom) || line.text.length > MAX_REPEATED) return;
    if (RUNNING_TEXT.test(line.text) || markerOf(line.text) !== null) return;
    const form = line.text.replace(/\d+/g, '#').toLowerCase();
    const entry = seen.get(form) ?? { pages: new Set<number>(), lines: [] };
    entry.pages.add(pages[i] ?? 0);
    entry.lines.push(i);
    seen.set(form, entry);
  });
  const pageCount = pages[pages.length - 1] ?? 1;
  return [...seen.values()]
    .filter((entry) => entry.pages.size >= Math.max(MIN_REPEATS, pageCount / 2))
    .flatMap((entry) => entry.lines);
}

/** Lines of some words that come back with a page's number and nothing else changed: running lines, pages known or not. */
function numberedRepeats(lines: readonly Line[]): number[] {
  const seen = new Map<string, number[]>();
  lines.forEach(({ text }, i) => {
    if (text.length > MAX_REPEATED || !/\d/.test(text) || text.split(/\s+/).length < MIN_WORDS) return;
    if (endsSentence(text) || markerOf(text) !== null) return;
    const form = text.replace(/\d+/g, '#').toLowerCase();
    const found = seen.get(form);
    if (found) found.push(i);
    else seen.set(form, [i]);
  });
  return [...seen.values()]
    .filter((found) => found.length >= MIN_REPEATS && countPages(found.map((i) => lines[i]!)))
    .flat();
}

/** Whether one number of lines that are alike, and no other, rises as that of pages does, with pages between them. */
function countPages(alike: readonly Line[]): boolean {
  const numbers = alike.map(({ text }) => (text.match(/\d+/g) ?? []).map(Number));
  const changing = (numbers[0] ?? []).flatMap((first, k) => (numbers.some((one) => one[k] !== first) ? [k] : []));
  const [at] = changing;
  if (at === undefined || changing.length > 1) return false;
  const column = numbers.map((one) => one[at] ?? 0);
  const steps = column.slice(1).map((number, k) => number - (column[k] ?? 0));
  const rise = steps.reduce((sum, step) => sum + step, 0);
  const length = (alike.at(-1)?.start ?? 0) - (alike[0]?.start ?? 0);
  return steps.every((step) => step > 0) && rise <= MAX_STEP * steps.length && length >= MIN_PAGE * steps.length;
}

/** A line that is nothing but a link which a line shortly before it holds already: a PDF's link annotation. */
function repeatedLinks(lines: readonly Line[]): number[] {
  return lines.flatMap((line, i) =>
    BARE_URL.test(line.text) && lines.slice(Math.max(0, i - 6), i).some((before) => before.text.includes(line.text))
      ? [i]
      : [],
  );
}
