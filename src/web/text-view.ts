import { html } from 'hono/html';
import { rangeAnchor, SENTENCES_IN_RANGES, sentenceAnchor } from '../answers/anchor.ts';
import { readable } from '../letters/readable.ts';
import { firstIndex } from '../letters/search.ts';
import type { Letter, PartKind, Passage } from '../letters/types.ts';
import type { TextLanguage } from '../texts/dates.ts';
import type { WebTexts } from '../texts/web.nl.ts';
import { webTexts } from '../texts/web.ts';
import { visible } from '../visible.ts';
import { type Block, blocksOf } from './blocks.ts';
import { sentencesOf, type Words } from './words.ts';

/** What is read by its lines. */
const BY_LINES: ReadonlySet<PartKind> = new Set(['address', 'metadata', 'salutation', 'signature']);

/** A letter's text with an anchor for every passage, sentence and heading; its notes below it. */
export function textView(letter: Letter, language: TextLanguage) {
  const { text, notes } = blocksOf(letter);
  const texts = webTexts(language);
  const view = { letter, language, texts, notes: noteAnchors(notes) };
  const turns = pageTurns(text);
  const blocks = text.map((block, i) => [turns.has(i) && turnView(turns.get(i) ?? 0, view), blockView(block, view)]);
  return html`<article lang="nl" aria-label="${texts.text}" id="text">
${blocks}
${notes.length === 0 ? null : notesView(notes, view)}</article>`;
}

/** The pages that begin within the text, by the block they begin before. A heading goes with what stands under it. */
function pageTurns(blocks: readonly Block[]): Map<number, number> {
  const turns = new Map<number, number>();
  let page: number | null = null;
  blocks.forEach((block, i) => {
    const own = block.is === 'passages' ? (block.passages[0]?.page ?? null) : null;
    if (own === null) return;
    if (page !== null && own > page) turns.set(blocks[i - 1]?.is === 'heading' ? i - 1 : i, own);
    page = Math.max(page ?? own, own);
  });
  return turns;
}

function turnView(page: number, { texts, language }: TextView) {
  return html`<p class="page" id="page-${page}" lang="${language}">${texts.page(page)}</p>\n`;
}

interface TextView {
  readonly letter: Letter;
  readonly language: TextLanguage;
  readonly texts: WebTexts;
  /** By number, the anchors of the notes that bear it, in order. */
  readonly notes: ReadonlyMap<string, readonly Passage[]>;
}

function blockView(block: Block, view: TextView) {
  if (block.is === 'heading') return html`<h2 id="section-${block.section}">${visible(block.title)}</h2>\n`;
  if (block.is === 'part') {
    const { text } = readable(view.letter, block.part);
    return html`<p class="${block.part.kind}">${visible(text)}</p>\n`;
  }
  return html`<p class="${block.kind}">${passagesView(block.passages, BY_LINES.has(block.kind), view)}</p>\n`;
}

function passagesView(passages: readonly Passage[], keepLines: boolean, view: TextView) {
  const { letter } = view;
  return passages.map((passage, i) => {
    const end = Math.min(passages[i + 1]?.start ?? letter.source.length, endOfPart(letter, passage));
    const sentences = sentencesOf(letter, passage, end, keepLines);
    const shown = sentences.map(
      ({ gap, words }, n) =>
        html`${gap}<span class="s s${n + 1}" id="${sentenceAnchor(passage.id, n + 1)}">${wordsView(words, view)}</span>`,
    );
    const before = i === 0 ? '' : ' ';
    return html`${before}<span class="passage" id="${passage.id}">${rangeAnchors(passage, sentences.length)}${shown}</span>`;
  });
}

/** Empty elements before the sentences of a passage, for the address of some of them; the style marks what they span. */
function rangeAnchors({ id }: Passage, sentences: number) {
  const most = Math.min(sentences, SENTENCES_IN_RANGES);
  const anchors = [];
  for (let from = 1; from < most; from++)
    for (let to = from + 1; to <= most; to++)
      if (to - from + 1 < sentences)
        anchors.push(html`<span class="a${from} z${to}" id="${rangeAnchor(id, from, to)}"></span>`);
  return anchors;
}

function wordsView(words: Words, { notes, texts }: TextView) {
  return words.map((word) => {
    if (typeof word === 'string') return visible(word);
    const note = noteOf(notes.get(numberOf(word.mark)) ?? [], word.at);
    const mark = visible(word.mark);
    if (!note) return html`<sup>${mark}</sup>`;
    return html`<sup><a href="#${note.id}" id="mark-${word.at}" aria-label="${texts.note(mark)}">${mark}</a></sup>`;
  });
}

function notesView(notes: readonly Passage[], view: TextView) {
  const items = notes.map((note) => html`<p class="footnote">${passagesView([note], false, view)}</p>\n`);
  return html`<section class="notes"><h2 id="notes" lang="${view.language}">${view.texts.notes}</h2>
${items}</section>`;
}

/** The first note behind a mark that bears its number; else the last one before it. */
function noteOf(notes: readonly Passage[], at: number): Passage | undefined {
  return notes.find(({ start }) => start > at) ?? notes.at(-1);
}

function noteAnchors(notes: readonly Passage[]): Map<string, Passage[]> {
  const found = new Map<string, Passage[]>();
  for (const note of notes) {
    const number = numberOf(note.text);
    if (number !== '') found.set(number, [...(found.get(number) ?? []), note]);
  }
  return found;
}

/** "12" of "¹²", "[12] Zie …" or "12 Kamerstuk …". */
function numberOf(text: string): string {
  return /^\W*(\d{1,3})/.exec(text.slice(0, 12).normalize('NFKC'))?.[1] ?? '';
}

function endOfPart({ parts }: Letter, { end }: Passage): number {
  return parts[firstIndex(parts.length, (i) => (parts[i]?.end ?? 0) >= end)]?.end ?? end;
}
