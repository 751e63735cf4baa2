/**
 * One line of a letter that holds more than white space. Offsets are of its text without outer white space, in which
 * spaces of every kind are plain ones.
 */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** White space in front of the text, in UTF-16 units. */
  readonly indent: number;
  /** Empty lines directly before it. */
  readonly blanksBefore: number;
  /** A form feed stands between this line and the one before it. */
  readonly afterFormFeed: boolean;
  /** How many do: more than one where a page between them holds no text. */
  readonly formFeeds: number;
}

// \r\n is one line end; a form feed and the Unicode separators end a line too.
const LINE_END = /\r\n|[\n\r\f\v\u2028\u2029]/g;
/** No-break spaces and the like; each is one UTF-16 unit. */
const ODD_SPACE = /[^\S\t ]/g;

/** Cuts a source text into its lines; empty lines are counted, not returned. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  let blanksBefore = 0;
  let formFeeds = 0;
  const add = (from: number, to: number): void => {
    const raw = source.slice(from, to);
    const text = raw.trim().replace(ODD_SPACE, ' ');
    if (text === '') {
      blanksBefore += 1;
      return;
    }
    const lead = from === 0 && raw.startsWith('\uFEFF') ? 1 : 0;
    const offset = raw.length - raw.trimStart().length;
    const start = from + offset;
    const afterFormFeed = formFeeds > 0;
    lines.push({
      start,
      end: start + text.length,
      text,
      indent: offset - lead,
      blanksBefore,
      afterFormFeed,
      formFeeds,
    });
    blanksBefore = 0;
    formFeeds = 0;
  };
  let from = 0;
  for (const match of source.matchAll(LINE_END)) {
    add(from, match.index);
    from = match.index + match[0].length;
    if (match[0] === '\f') {
      // A form feed on its own line is a page break, not an empty line.
      formFeeds += 1;
      blanksBefore = 0;
    }
  }
  add(from, source.length);
  return lines;
}

/**
 * Takes the empty lines of double spacing away: where nearly every line is followed by one, also inside sentences, an
 * empty line says nothing.
 */
export function withoutDoubleSpacing(lines: readonly Line[]): readonly Line[] {
  const rest = lines.slice(1);
  const spaced = rest.filter((line) => line.blanksBefore > 0);
  const inSentence = spaced.filter((line) => /^\p{Ll}/u.test(line.text));
  if (lines.length < 10 || spaced.length < rest.length * 0.9 || inSentence.length < spaced.length * 0.3) return lines;
  return lines.map((line) => ({ ...line, blanksBefore: Math.max(0, line.blanksBefore - 1) }));
}

/** First word of a line, for asking whether it would have fitted on the line before. */
export function firstWord(text: string): string {
  return /^\S+/.exec(text)?.[0] ?? '';
}

/** Whether a line ends where a sentence can end; a note mark may follow the full stop ("besluit.1"). */
export function endsSentence(text: string): boolean {
  return /[.!?…][»"'”’)\]]*(?:\d{1,2}|[¹²³⁴-⁹]{1,2})?$/u.test(text);
}

/** Whether a line ends in a word after which a sentence always goes on. */
export function endsOpen(text: string): boolean {
  return /\s(?:de|het|een|en|of|van|voor|in|op|te|aan|met|door|bij|tot|om|dat|die|uit|over|naar|zijn)$/.test(text);
}

/** Whether a line starts as a sentence or a heading can start, not as the middle of one. */
export function startsAnew(text: string): boolean {
  return /^[«"'“‘([]*[\p{Lu}\p{N}]/u.test(text) || startsItem(text);
}

/** Whether a line starts a list item: a bullet, "a.", "1.", "(1)". */
export function startsItem(text: string): boolean {
  return /^(?:[-–—•·▪●○◦*\u2022\uf0b7]\s|[•▪●\uf0b7]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s)/u.test(text);
}
