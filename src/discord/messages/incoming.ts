import { type APIButtonComponent, ButtonStyle } from 'discord.js';
import type { LetterEntry } from '../../answers/schema.ts';
import { formatDate } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import type { View } from '../context.ts';
import { leaveId, takeInId } from '../custom-ids/letters.ts';
import type { IncomingLetter, ReadFile, UnreadFile } from '../intake/port.ts';
import { factsOf } from './letter.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { ACCENT, button, line, type OutgoingMessage, type Part, panel, rows, small, text } from './parts/parts.ts';

const TITLE = 160;
const NAME = 120;
/** Room for all headings of one letter, in Markdown, and for one of them. */
const OUTLINE = 700;
const HEADING = 120;
/** Letters and files of one e-mail that are shown each by itself. */
const SHOWN = 3;

/** What a file would be taken in as, with the buttons that do or don't; `key`: what they stand for. */
export function incomingMessage({ letters, unread }: ReadFile, key: string, view: View): OutgoingMessage {
  const { preview: say } = view.texts.intake;
  const shown = letters.length === 1 ? letters.flatMap((one) => wholeLetter(one, view)) : listed(letters, view);
  return panel(
    [small(say.nothingYet), ...shown, ...unreadParts(unread, view), ...rows(buttonsOf(letters, key, view))],
    ACCENT.answer,
  );
}

/** Nothing in a file can be taken in: why, one sentence for each thing in it. */
export function unreadMessage(unread: readonly UnreadFile[], { texts }: View): OutgoingMessage {
  return panel(
    unread.slice(0, SHOWN).map(({ name, reason }) => text(aboutFile(name, texts.intake.unread[reason]))),
    ACCENT.problem,
  );
}

/** A sentence that begins with a file's name. */
export function aboutFile(name: string, rest: string): string {
  return `**${cutAtWord(name, NAME)}** ${rest}`;
}

function wholeLetter(letter: IncomingLetter, view: View): Part[] {
  const { entry, pages } = letter;
  const { preview: say } = view.texts.intake;
  const facts = [factsOf({ letter: entry, words: entry.words }, view), say.passages(entry.passages)];
  if (pages !== null) facts.push(`${say.pages}: ${pages}`);
  return [
    text(`### ${cutAtWord(entry.title, TITLE)}\n-# ${cutAtWord(letter.paper?.name ?? letter.name, NAME)}`),
    text(facts.join(' · ')),
    text(`**${say.outline}**\n${outlineOf(entry, view)}`),
    ...warningParts(letter, view),
  ];
}

function listed(letters: readonly IncomingLetter[], view: View): Part[] {
  const { preview: say } = view.texts.intake;
  const shown = letters
    .slice(0, SHOWN)
    .flatMap((letter) => [
      line(),
      text(
        `**${cutAtWord(letter.entry.title, NAME)}**\n-# ${cutAtWord(letter.name, NAME)}\n${cutAtWord(plainFacts(letter), TITLE)}`,
      ),
      ...(letter.twin ? [text(twinWarning(letter.twin, view))] : []),
    ]);
  const more = letters.length - SHOWN;
  return [text(say.several(letters.length)), ...shown, ...(more > 0 ? [small(say.more(more))] : [])];

  function plainFacts({ entry }: IncomingLetter): string {
    return [
      view.texts.kind[entry.kind],
      entry.letterDate === null ? view.texts.letters.undated : formatDate(entry.letterDate, view.language),
      say.passages(entry.passages),
    ].join(' · ');
  }
}

/** As many headings as there is room for. */
function outlineOf({ sections }: LetterEntry, { language, texts }: View): string {
  if (sections.length === 0) return overviews(language).outline.noSections;
  const lines: string[] = [];
  let room = OUTLINE;
  for (const section of sections) {
    const heading = `- ${cutAtWord(section, HEADING)}`;
    if (heading.length > room) break;
    room -= heading.length + 1;
    lines.push(heading);
  }
  const left = sections.length - lines.length;
  return [...lines, ...(left > 0 ? [`-# ${texts.intake.preview.moreHeadings(left)}`] : [])].join('\n');
}

/** What a person should know before it is taken in. */
function warningParts({ entry, twin, emptyPages }: IncomingLetter, view: View): Part[] {
  const { texts } = view;
  const { preview: say } = texts.intake;
  const missing = (['letterDate', 'dossiers', 'number', 'signatories'] as const).filter((field) =>
    isUnknown(entry, field),
  );
  const named = (fields: readonly (keyof typeof texts.field)[]) =>
    [...new Set(fields)].map((field) => texts.field[field]);
  const warnings = [
    ...(twin ? [twinWarning(twin, view)] : []),
    ...(missing.length > 0 ? [say.missing(named(missing))] : []),
    ...(entry.inferred.length > 0 ? [texts.answer.inferred(named(entry.inferred.map(({ field }) => field)))] : []),
    ...(entry.conflicts.length > 0 ? [say.conflicts(named(entry.conflicts.map(({ field }) => field)))] : []),
    ...(emptyPages.length > 0 ? [say.emptyPages(pageRanges(emptyPages))] : []),
  ];
  return warnings.length === 0 ? [] : [text([`**${say.note}**`, ...warnings.map((one) => `- ${one}`)].join('\n'))];
}

function twinWarning({ by, title }: NonNullable<IncomingLetter['twin']>, { texts }: View): string {
  return texts.intake.preview.twin[by === 'number' ? 'number' : 'text'](cutAtWord(title, TITLE));
}

function isUnknown(entry: LetterEntry, field: 'letterDate' | 'dossiers' | 'number' | 'signatories'): boolean {
  const value = entry[field];
  return value === null || value.length === 0;
}

const RANGES = 12;

/** "1", "3-7": neighbouring pages together, no more of them than anybody reads. */
function pageRanges(pages: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const shown = ranges.slice(0, RANGES).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
  return ranges.length > RANGES ? [...shown, '…'] : shown;
}

function unreadParts(unread: readonly UnreadFile[], { texts }: View): Part[] {
  if (unread.length === 0) return [];
  const lines = unread.slice(0, SHOWN).map(({ name, reason }) => `- ${aboutFile(name, texts.intake.unread[reason])}`);
  return [line(), text([`**${texts.intake.preview.unread}**`, ...lines].join('\n'))];
}

function buttonsOf(letters: readonly IncomingLetter[], k: string, { texts }: View): APIButtonComponent[] {
  const { button: say } = texts.intake;
  const fresh = letters.some(({ twin }) => twin === null);
  const copies = letters.some(({ twin }) => twin !== null);
  return [
    ...(fresh ? [button(say.takeIn, takeInId.write({ k }), ButtonStyle.Primary)] : []),
    ...(copies
      ? [button(fresh ? say.replaceAll : say.replace, takeInId.write({ k, r: true }), ButtonStyle.Secondary)]
      : []),
    button(say.cancel, leaveId.write({ k })),
  ];
}
