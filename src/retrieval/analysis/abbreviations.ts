/** An abbreviation and what it stands for, as a text introduces it: "Resolute Support missie (RSM)". */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

const BRACKETED =
  /\((?:hierna|verder|afgekort|hereafter)?:?\s*(?:de |het |the )?["«“'‘]?([\p{L}\p{N}][\p{L}\p{N}&/.-]{1,11})["»”'’]?\)/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/**
 * Finds abbreviations in brackets behind the words they stand for (Schwartz and Hearst 2003): the letters of the
 * abbreviation must occur in order in those words, the first one at the beginning of a word.
 */
export function findAbbreviations(text: string): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const short = withoutPlural(match[1] ?? '');
    if ((short.match(/\p{Lu}/gu)?.length ?? 0) < 2) continue;
    const long = longForm(text.slice(Math.max(0, match.index - 200), match.index), short);
    if (long) found.push({ short, long });
  }
  return found;
}

/** Behind these, within brackets, stands the abbreviation of what precedes: "(emerging technologies, hierna EDTs)". */
const CALLED = /[,;] (?:hierna|verder|afgekort|kortweg|hereafter)(?: te noemen)?:? (?:de |het |the )?/giu;

/**
 * Whether a text gives an abbreviation together with the words it stands for: in brackets behind them, or with them in
 * brackets behind it ("DRA (Dutch Relief Alliance)").
 */
export function introduces(text: string, short: string): boolean {
  const bare = withoutPlural(short);
  if (findAbbreviations(text).some((found) => found.short === bare)) return true;
  for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
    const called = [...text.slice(0, at).matchAll(CALLED)].at(-1);
    if (called && called.index + called[0].length === at && longForm(text.slice(0, called.index), bare)) return true;
    const explained = /^(?:['’]?s)? \(([^()]{3,120})\)/u.exec(text.slice(at + bare.length))?.[1];
    if (explained !== undefined && longForm(explained, bare)) return true;
  }
  return false;
}

/** Before these a party, a ministry or a country stands in brackets, which the words before it do not spell out. */
const BESIDE_NAMES =
  /(?<!\p{L})(?:leden|lid|kamerl(?:id|eden)|ministers?|staatssecretaris(?:sen)?|heer|mevrouw)(?!\p{L})/iu;
/** In brackets behind an abbreviation, but what refers to a place elsewhere. */
const REFERS = /\d|^(?:zie|kamerstuk|bijlage|artikel|conform|cf\.?|o\.a\.)(?!\p{L})/iu;

/**
 * Whether a text sets an abbreviation in brackets right behind words that don't begin with its letters, "het
 * defensieplanningsproces (het NDPP)", or words in brackets right behind it: most likely they say what it is.
 */
export function setsBeside(text: string, short: string): boolean {
  const bare = withoutPlural(short);
  for (const match of text.matchAll(BRACKETED)) {
    const before = text.slice(0, match.index);
    if (withoutPlural(match[1] ?? '') === bare && /\p{Ll}\s$/u.test(before)) return !BESIDE_NAMES.test(before);
  }
  for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
    const isWhole = !/[\p{L}\p{N}-]$/u.test(text.slice(0, at));
    const beside = /^(?:['’]?s)? \(([^()]{3,120})\)/u.exec(text.slice(at + bare.length))?.[1];
    if (isWhole && beside !== undefined && /\s/.test(beside) && !REFERS.test(beside)) return true;
  }
  return false;
}

function withoutPlural(short: string): string {
  return short.replace(/[’']?s$/, '');
}

function longForm(before: string, short: string): string | null {
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('(')) + 1);
  const words = [...sentence.matchAll(WORD)].slice(-Math.min(short.length + 5, short.length * 2));
  const first = words[0]?.index ?? 0;
  const long = sentence.slice(first).trimEnd();
  const letters = short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const lower = long.toLowerCase();
  let at = lower.length;
  for (let i = letters.length - 1; i >= 0; i--) {
    do at--;
    while (at >= 0 && (lower[at] !== letters[i] || (i === 0 && at > 0 && /[\p{L}\p{N}]/u.test(lower[at - 1]!))));
    if (at < 0) return null;
  }
  const result = long.slice(at);
  return result.split(/\s+/).length <= short.length + 3 && result.length > short.length ? result : null;
}
