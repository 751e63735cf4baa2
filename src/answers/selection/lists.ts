import { type Letter, MAX_QUOTE_LENGTH, type Passage } from '../../letters/types.ts';
import { excerptOver } from './excerpt.ts';

/** What an item of a list begins with: "1.", "b)", "-", "•". */
const MARK = /^(?:(?<number>\d{1,2})[.)]|(?<letter>[a-z])[.)]|(?<sign>[-–—•·▪●○◦‣*]))\s/u;
/** Ends what is enumerated without marks. */
const GOES_ON = /[;,](?:\s*(?:en|of|and|or))?$/iu;

/**
 * A passage that ends where a list begins ("de volgende maatregelen:"), gone on over the list's items, as far as a quote
 * may be long; else the passage itself.
 *
 * @param passage one of the letter's passages, or a part of one with its end
 */
export function withItems(letter: Letter, passage: Passage): Passage {
  if (passage.kind !== 'paragraph' || !passage.text.endsWith(':')) return passage;
  const at = letter.passages.findIndex(({ id, end }) => id === passage.id && end === passage.end);
  if (at < 0) return passage;
  let longest = passage;
  const run: [Passage, ...Passage[]] = [passage];
  for (const next of followers(letter, at)) {
    run.push(next.passage);
    const longer = excerptOver(letter, run);
    if (longer.text.length > MAX_QUOTE_LENGTH) break;
    if (next.isItem) longest = longer;
  }
  return longest;
}

/**
 * The passage that leads in a list of which another is the first item: it says what the item is one of. Null where an item
 * is not the first, or nothing leads it in.
 */
export function leadOf(letter: Letter, item: Passage): Passage | null {
  const at = letter.passages.findIndex(({ id }) => id === item.id);
  const before = letter.passages.slice(0, Math.max(at, 0)).findLast(({ kind }) => kind === 'paragraph');
  const isLed = before?.section === item.section && before.text.endsWith(':') && MARK.test(item.text);
  return isLed ? before : null;
}

/** The passages behind the lead of a list under the same heading, and whether each ends in an item of the list. */
function followers(letter: Letter, lead: number): { readonly passage: Passage; readonly isItem: boolean }[] {
  const { section } = letter.passages[lead] ?? {};
  const behind = letter.passages.slice(lead + 1).filter(({ kind }) => kind === 'paragraph');
  const end = behind.findIndex((passage) => passage.section !== section);
  const own = end < 0 ? behind : behind.slice(0, end);
  const [first] = own;
  const mark = first && MARK.exec(first.text)?.groups;
  if (!mark) {
    const last = own.findIndex(({ text }) => !GOES_ON.test(text));
    return own.slice(0, last < 0 ? own.length : last + 1).map((passage) => ({ passage, isItem: true }));
  }
  let wanted = markIn(mark);
  return own.map((passage) => {
    const next = MARK.exec(passage.text)?.groups;
    const isItem = next !== undefined && markIn(next) === wanted;
    if (isItem) wanted = following(wanted);
    return { passage, isItem };
  });
}

function markIn({ number, letter, sign }: Readonly<Record<string, string | undefined>>): string {
  return number ?? letter ?? sign ?? '';
}

/** The mark of the item after one: "2" after "1", "b" after "a", the same sign again. */
function following(mark: string): string {
  if (/^\d/.test(mark)) return String(Number(mark) + 1);
  return /^[a-z]$/.test(mark) ? String.fromCharCode(mark.charCodeAt(0) + 1) : mark;
}
