import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import type { Comparison } from '../../answers/comparison/schema.ts';
import type { Quote } from '../../answers/schema.ts';
import { sideName, silentSides } from '../../texts/compared.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import { openLibrary } from '../app/open-library.ts';
import { withFolders, withJson } from '../options/folder-options.ts';
import { type LanguageFlag, readerLanguage, withLanguage } from '../options/reader-language.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { theMeeting } from '../options/the-one.ts';
import { UsageProblem } from '../terminal/failure.ts';
import { showQuote } from '../terminal/show-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface CompareFlags extends FolderFlags, LanguageFlag {
  readonly subject: string;
  readonly json?: boolean;
}

/** `briefwijzer compare`: two meetings on one subject, side by side. */
export function addCompare(program: Command, terminal: Terminal): void {
  withJson(withLanguage(withFolders(program.command('compare'))))
    .description('lay what two meetings say on a subject side by side: what is new, what is gone')
    .argument('<first>', 'a meeting, or a letter about none: a date in it, or words')
    .argument('<second>', 'another one')
    .requiredOption('--subject <words>', 'the subject, as in "defensie-uitgaven"')
    .action(async (first: string, second: string, flags: CompareFlags) => {
      const language = readerLanguage(flags, terminal.env);
      const { library, close } = await openLibrary(readSettings(flags, terminal.env), terminal);
      try {
        const a = theMeeting(library, first, language);
        const b = theMeeting(library, second, language);
        if (a.id === b.id) throw new UsageProblem(overviews(language).comparison.same);
        const comparison = await library.compare([a, b], flags.subject);
        terminal.print(flags.json ? JSON.stringify(comparison, null, 2) : show(comparison, language, terminal));
      } finally {
        await close();
      }
    });
}

function show(comparison: Comparison, language: TextLanguage, terminal: Terminal): string {
  const { comparison: labels } = overviews(language);
  const { subject, earlier, later, both, fresh, gone, more } = comparison;
  if (earlier.sentences + later.sentences === 0) return wrapAnsi(labels.none(subject), terminal.width);
  const wrapped = (line: string) => wrapAnsi(line, terminal.width);
  const head = [
    terminal.bold(wrapped(labels.title(subject))),
    wrapped(labels.earlier(sideName(earlier, language))),
    wrapped(labels.later(sideName(later, language))),
    ...silentSides([earlier, later], language).map((line) => terminal.dim(wrapped(line))),
  ].join('\n');
  const list = (heading: string, quotes: readonly Quote[], left: number) => {
    if (quotes.length === 0) return [];
    const foot = left > 0 ? [terminal.dim(wrapped(labels.more(left, heading)))] : [];
    const shown = quotes.map((quote) => showQuote(quote, terminal, { language, label: '–' }));
    return [[terminal.bold(heading), ...shown, ...foot].join('\n')];
  };
  const pairs = both.flatMap((pair) => [pair.earlier, pair.later]);
  return [
    head,
    ...list(labels.both, pairs, more.both),
    ...list(labels.fresh, fresh, more.fresh),
    ...list(labels.gone, gone, more.gone),
  ].join('\n\n');
}
