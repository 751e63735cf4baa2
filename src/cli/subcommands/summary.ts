import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import { nameOf } from '../../answers/meetings.ts';
import type { Summary, SummaryPart } from '../../answers/summary/schema.ts';
import { type Side, sideOf } from '../../answers/summary/side.ts';
import { SHORT_SUMMARY_LIMIT } from '../../answers/summary/summarize.ts';
import { summaryDossier } from '../../export/dossiers.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import { openLibrary } from '../app/open-library.ts';
import { assertExport, deliver, type ExportFlags, withExport } from '../options/export-options.ts';
import { withFolders } from '../options/folder-options.ts';
import { type LanguageFlag, readerLanguage, withLanguage } from '../options/reader-language.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { theMeeting } from '../options/the-one.ts';
import { UsageProblem } from '../terminal/failure.ts';
import { showQuote } from '../terminal/show-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface SummaryFlags extends FolderFlags, LanguageFlag, ExportFlags {
  readonly short?: boolean;
  readonly section?: string;
}

/** `briefwijzer summary`: a meeting in quotes. */
export function addSummary(program: Command, terminal: Terminal): void {
  withExport(withLanguage(withFolders(program.command('summary'))))
    .description('sum up a meeting in quotes from the letters before and after it')
    .argument('<meeting...>', 'a date in it ("okt 2021", 2021-10-21), or words ("NAVO Brussel")')
    .option('--short', `at most ${SHORT_SUMMARY_LIMIT} quotes`)
    .option('--section <title>', 'only this section')
    .action(async (words: string[], flags: SummaryFlags) => {
      const language = readerLanguage(flags, terminal.env);
      assertExport(flags, terminal);
      const { library, close } = await openLibrary(readSettings(flags, terminal.env), terminal);
      try {
        const meeting = theMeeting(library, words.join(' '), language);
        const section = flags.section && chooseSection(library.sections(meeting), flags.section, language);
        const limit = flags.short ? SHORT_SUMMARY_LIMIT : undefined;
        const summary = await library.summarize(meeting, { limit, section, language });
        const title = nameOf(meeting, language);
        await deliver(flags, terminal, {
          result: summary,
          dossier: () => summaryDossier(summary, meeting, language),
          show: () => show(summary, title, language, terminal),
        });
      } finally {
        await close();
      }
    });
}

function chooseSection(titles: readonly string[], typed: string, language: TextLanguage): string {
  const wanted = typed.toLowerCase();
  const same = titles.find((title) => title.toLowerCase() === wanted);
  const alike = titles.filter((title) => title.toLowerCase().includes(wanted));
  const found = same ?? (alike.length === 1 ? alike[0] : undefined);
  if (found !== undefined) return found;
  throw new UsageProblem(
    [overviews(language).choose.section(typed), ...titles.map((title) => `  ${title}`)].join('\n'),
  );
}

function show(summary: Summary, title: string, language: TextLanguage, terminal: Terminal): string {
  const { summary: labels } = overviews(language);
  const notes = summary.missing.map((side) => terminal.dim(wrapAnsi(labels.missing[side], terminal.width)));
  const head = [terminal.bold(wrapAnsi(labels.title(title), terminal.width)), ...notes].join('\n');
  if (summary.parts.length === 0) return [head, labels.nothing].join('\n\n');
  const paired = summary.missing.length === 0 && summary.letters.length > 1;
  const parts = summary.parts.map((part) => showPart(part, paired ? labels : null, terminal));
  const left =
    summary.leftOut.length > 0 ? [terminal.dim(wrapAnsi(labels.leftOut(summary.leftOut), terminal.width))] : [];
  return [head, ...parts, ...left].join('\n\n');
}

/** @param labels what tells announcements from outcomes; null where there is only one of them */
function showPart(
  { heading, points }: SummaryPart,
  labels: { readonly side: Readonly<Record<Side, string>> } | null,
  terminal: Terminal,
): string {
  const quotes = points.map((quote) => {
    return [
      ...(labels ? [terminal.dim(`   ${labels.side[sideOf(quote)]}`)] : []),
      showQuote(quote, terminal, '–'),
    ].join('\n');
  });
  return [terminal.bold(heading), ...quotes].join('\n');
}
