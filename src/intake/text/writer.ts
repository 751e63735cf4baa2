import { superscript } from './note-marks.ts';

/** Between two stretches of text: a new line, or a blank line as between paragraphs. */
export type Gap = 'line' | 'blank';

export interface Note {
  readonly mark: string;
  readonly text: string;
}

/**
 * Writes a letter's text piece by piece as `src/letters` reads it: a paragraph or heading a line, blank lines between
 * them, cells of a row parted by tabs, notes at the end. White space is folded.
 */
export class TextWriter {
  #text = '';
  #gap: Gap | 'space' | 'tab' | null = null;
  #glued = false;

  /** What is written next stands on a new line. */
  gap(gap: Gap): void {
    if (this.#glued) return;
    if (this.#gap !== 'blank') this.#gap = gap;
  }

  /** What is written next goes on with the line, whatever gap was asked for. */
  resume(): void {
    this.#gap = 'space';
  }

  /** What is written next is the next cell of a row. */
  tab(): void {
    if (this.#gap === null || this.#gap === 'space') this.#gap = 'tab';
  }

  /** Text within a line. */
  write(text: string): void {
    const folded = text.replace(/[^\S\u00a0]+/g, ' ');
    const words = folded.trim();
    if (folded.startsWith(' ')) this.#space();
    if (words === '') return;
    this.#text += this.#separator() + words;
    this.#gap = null;
    this.#glued = false;
    if (folded.endsWith(' ')) this.#space();
  }

  /** A list item's bullet or number: what follows stands on its line, whatever gap is asked for. */
  bullet(text: string): void {
    this.write(text);
    this.#space();
    this.#glued = true;
  }

  /** A note mark, right behind the word before it. */
  mark(mark: string): void {
    const after = this.#gap;
    this.#gap = null;
    this.#text += superscript(mark);
    this.#gap = after;
  }

  /** Notes, each on a line of its own between blank lines. */
  notes(notes: readonly Note[]): void {
    for (const { mark, text } of notes) {
      this.gap('blank');
      this.write(`${mark} ${text}`);
    }
  }

  toString(): string {
    return this.#text;
  }

  #space(): void {
    this.#gap ??= 'space';
  }

  #separator(): string {
    if (this.#text === '' || this.#gap === null) return '';
    return { line: '\n', blank: '\n\n', space: ' ', tab: '\t' }[this.#gap];
  }
}
