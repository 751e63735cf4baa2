import { headingsAt } from './headings.ts';
import { endsOpen, endsSentence, startsAnew, startsItem } from './lines.ts';
import { type Turn, turnsOf } from './questions.ts';
import { hasRoom, lineWidth, type Row } from './rows.ts';

/** Rows that belong together, whatever interrupts them. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'question';
  readonly rows: readonly Row[];
}

/**
 * Cuts the rows of a letter into headings, paragraphs and the questions that it answers; paragraphs go on across page
 * breaks. Under a marker ("Antwoord 1") there are no other headings: a question begins like one, and so do tables.
 *
 * @param questionNumbers the lines that hold the number of a question alone
 */
export function toBlocks(rows: readonly Row[], questionNumbers: ReadonlySet<number>): Block[] {
  const width = lineWidth(rows);
  const turns = turnsOf(rows, questionNumbers);
  const blocks: Block[] = [];
  let paragraph: Row[] = [];
  let turn: Turn = null;
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: turn === 'question' ? 'question' : 'paragraph', rows: paragraph });
    paragraph = [];
  };
  const extend = (row: Row): void => {
    const last = paragraph.at(-1);
    if (last && !continues(last, row, width)) flush();
    paragraph.push(row);
  };
  let i = 0;
  while (i < rows.length) {
    if (turns[i] === 'asks' || turns[i] === 'replies') {
      flush();
      blocks.push({ kind: 'heading', rows: [rows[i]!] });
      i += 1;
      continue;
    }
    if (turns[i] !== turn) flush();
    turn = turns[i] ?? null;
    const chain = turn === null ? headingsAt(rows, i, width) : null;
    if (chain?.kind === 'headings') {
      flush();
      for (const end of chain.ends) {
        blocks.push({ kind: 'heading', rows: rows.slice(i, end) });
        i = end;
      }
    } else {
      const end = chain?.end ?? i + 1;
      for (const row of rows.slice(i, end)) extend(row);
      i = end;
    }
  }
  flush();
  return blocks;
}

/** A line this much shorter than the width was not wrapped. */
const CLEARLY_SHORT = 0.6;

/** Whether a row goes on with the paragraph that the row before it belongs to. */
function continues(last: Row, row: Row, width: number): boolean {
  if (row.gap === 'edge') return false;
  if (/[\p{L}\p{N}][-‐‑\u00AD]$/u.test(last.text) && !startsItem(row.text)) return true;
  const ended = endsSentence(last.text);
  const room = hasRoom(last, row, width);
  if (startsItem(row.text)) {
    return row.gap === 'none' && !ended && !/[;:,]$/.test(last.text) && !room && !startsItem(last.text);
  }
  const anew = startsAnew(row.text);
  if (row.gap === 'none') {
    if (!anew) return true;
    return ended ? !room : !room || width === Number.POSITIVE_INFINITY || last.text.length > width * CLEARLY_SHORT;
  }
  // Across an empty line only a sentence that is clearly not finished goes on.
  if (row.gap === 'blank') return !ended && (goesOn(last.text) || (!anew && !/[:;]$/.test(last.text)));
  // A page may end anywhere: inside a sentence, or after one that fills its line.
  return ended ? !room && !/^[-–•]/.test(row.text) : !anew || !room;
}

/** A list's item may be cut short; a line of running text that ends in "van" goes on, whatever follows. */
function goesOn(text: string): boolean {
  return endsOpen(text) && !startsItem(text);
}
