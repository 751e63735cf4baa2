import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import type { Outline } from '../../answers/outline/schema.ts';
import { formatDate, type TextLanguage } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import { visibleLine } from '../../visible.ts';
import { openLibrary } from '../app/open-library.ts';
import { withFolders, withJson } from '../options/folder-options.ts';
import { type LanguageFlag, readerLanguage, withLanguage } from '../options/reader-language.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { theLetter } from '../options/the-one.ts';
import { askedAbove } from '../terminal/show-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `briefwijzer letter`: how one letter is built. */
export function addLetter(program: Command, terminal: Terminal): void {
  withJson(withLanguage(withFolders(program.command('letter'))))
    .description("show a letter's outline: sections, footnotes, the papers it refers to")
    .argument('<letter...>', 'its id, file, date, number ("28 676 nr. 387"), or words of its title')
    .action(async (words: string[], flags: FolderFlags & LanguageFlag & { json?: boolean }) => {
      const language = readerLanguage(flags, terminal.env);
      const { library, close } = await openLibrary(readSettings(flags, terminal.env), terminal);
      await close();
      const outline = library.outline(theLetter(library, words.join(' '), language).id);
      if (!outline) return;
      terminal.print(flags.json ? JSON.stringify(outline, null, 2) : show(outline, language, terminal));
    });
}

function show({ letter, words, sections, footnotes, references }: Outline, language: TextLanguage, terminal: Terminal) {
  const { outline: labels, timeline } = overviews(language);
  const facts = [
    letter.letterDate === null ? timeline.undated : formatDate(letter.letterDate, language),
    visibleLine(letter.file),
    labels.words(words),
  ];
  const lines = [terminal.bold(wrapAnsi(letter.title, terminal.width)), terminal.dim(facts.join(' · '))];
  for (const { title, words: length, first } of sections) {
    lines.push('', `${terminal.bold(title ?? '–')} ${terminal.dim(`(${labels.words(length)})`)}`);
    const asked = first ? askedAbove(first, language) : '';
    if (asked !== '') lines.push(terminal.dim(wrapAnsi(asked, terminal.width)));
    if (first) lines.push(wrapAnsi(first.text, terminal.width));
  }
  if (footnotes.length > 0) lines.push('', terminal.bold(labels.footnotes), ...footnotes.map(({ text }) => text));
  if (references.length > 0) lines.push('', terminal.bold(labels.references));
  for (const { text, url, letterId } of references)
    lines.push(`${text}  ${terminal.dim(letterId ? `${labels.inIndex}: ${letterId}` : url)}`);
  return lines.join('\n');
}
