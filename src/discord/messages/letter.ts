import { meetingName } from '../../answers/meetings.ts';
import type { Outline, OutlineSection, Reference } from '../../answers/outline/schema.ts';
import { paperName } from '../../letters/papers.ts';
import { formatDate } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import type { View } from '../context.ts';
import { letterId } from '../custom-ids/pages.ts';
import { sectionId } from '../custom-ids/passages.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { pageOf } from './parts/pages.ts';
import {
  ACCENT,
  button,
  link,
  type OutgoingMessage,
  type Part,
  panel,
  rows,
  safeUrl,
  small,
  text,
} from './parts/parts.ts';
import { questionMarkdown } from './parts/quote.ts';

const TITLE_LENGTH = 200;
const SENTENCE_LENGTH = 300;
const NOTE_LENGTH = 300;

/** A letter's outline from line number `offset` on: sections, footnotes, references; a button goes on. */
export function letterMessage(outline: Outline, offset: number, view: View): OutgoingMessage {
  const { letter } = outline;
  const page = pageOf({
    head: [
      text(`### ${cutAtWord(letter.title, TITLE_LENGTH)}`),
      ...(offset === 0 ? [small(factsOf(outline, view))] : []),
    ],
    entries: entriesOf(outline, view),
    offset,
    partsOf: (parts) => parts,
    labels: overviews(view.language),
    idAfter: (o) => letterId.write({ l: letter.id, o }),
    buttons: () => link(view.texts.button.source, letter.url),
  });
  return panel(page, ACCENT.answer);
}

/** What a letter is, in one line. Markdown. */
export function factsOf({ letter, words }: Pick<Outline, 'letter' | 'words'>, { texts, language }: View): string {
  const { outline: labels } = overviews(language);
  const uncertain = letter.inferred.some(({ field }) => field === 'letterDate');
  const day = letter.letterDate === null ? texts.letters.undated : formatDate(letter.letterDate, language);
  const paper = paperName(letter);
  const facts = [
    texts.kind[letter.kind],
    uncertain ? texts.letters.inferred(day) : day,
    ...(letter.meeting ? [meetingName(letter.meeting, language)] : []),
    ...(paper === null ? [] : [paper]),
    ...(letter.signatories.length > 0 ? [labels.signed(letter.signatories.map(({ name }) => name).join(', '))] : []),
    labels.words(words),
  ];
  return cutAtWord(facts.join(' · '), 3 * TITLE_LENGTH);
}

function entriesOf({ letter, sections, footnotes, references }: Outline, view: View): (readonly Part[])[] {
  const { outline: labels } = overviews(view.language);
  const titled = sections.some(({ title }) => title !== null);
  return [
    ...(titled ? [] : [[small(labels.noSections)]]),
    ...sections.map((section) => sectionParts(section, view)),
    ...listed(
      labels.footnotes,
      footnotes.map((note) => cutAtWord(note.text, NOTE_LENGTH)),
    ),
    ...listed(
      labels.references,
      references.map((reference) => referenceMarkdown(reference, letter.id, view)),
    ),
  ];
}

function sectionParts({ title, words, first }: OutlineSection, { texts, language }: View): readonly Part[] {
  const { outline: labels } = overviews(language);
  const heading = `**${cutAtWord(title ?? texts.section.untitled, TITLE_LENGTH)}** · ${labels.words(words)}`;
  const lines = first
    ? [heading, `${questionMarkdown(first, texts)}> ${cutAtWord(first.text, SENTENCE_LENGTH)}`]
    : [heading];
  return [
    text(lines.join('\n')),
    ...rows(first ? [button(texts.button.section, sectionId.write({ p: first.id }))] : []),
  ];
}

/** Lines under a heading, ten at a time. */
function listed(heading: string, lines: readonly string[]): (readonly Part[])[] {
  const entries: (readonly Part[])[] = [];
  for (let at = 0; at < lines.length; at += 8)
    entries.push([text([`**${heading}**`, ...lines.slice(at, at + 8).map((line) => `- ${line}`)].join('\n'))]);
  return entries;
}

/** "Kamerstuk 28 676, nr. 347", linked to its official publication; its title where it is one of the letters. */
function referenceMarkdown({ text: written, url, letterId: id }: Reference, own: string, { library, language }: View) {
  const { outline: labels } = overviews(language);
  const address = safeUrl(url);
  const linked = address === null ? escapeMarkdown(written) : `[${escapeMarkdown(written)}](${address})`;
  const known = id === null || id === own ? undefined : library.letters.find((letter) => letter.id === id);
  return known ? `${linked} · ${labels.inIndex}: ${cutAtWord(known.title, TITLE_LENGTH)}` : linked;
}
