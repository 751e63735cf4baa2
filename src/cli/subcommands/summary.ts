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
import { askedAbove, showLetter, showQuote } from '../terminal/show-answer.ts';
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
  const paired = summary.missing.length === 0 && summary.letters.length > 1;
  // One letter, or one before and one after the meeting: a quote's place in it is enough.
  const lettersNamed = summary.letters.length === 1 || (paired && summary.letters.length === 2);
  const letters = lettersNamed ? lettersOf(summary, language, terminal) : [];
  const head = [terminal.bold(wrapAnsi(labels.title(title), terminal.width)), ...notes, ...letters].join('\n');
  if (summary.parts.length === 0) return [head, labels.nothing].join('\n\n');
  const parts = summary.parts.map((part) =>
    showPart(part, { side: paired ? labels.side : null, letterNamed: lettersNamed, language }, terminal),
  );
  const left =
    summary.leftOut.length > 0 ? [terminal.dim(wrapAnsi(labels.leftOut(summary.leftOut), terminal.width))] : [];
  return [head, ...parts, ...left].join('\n\n');
}

/** The letters that are quoted, each once: under a quote its place is enough. */
function lettersOf({ parts }: Summary, language: TextLanguage, terminal: Terminal): string[] {
  const quotes = parts.flatMap(({ points }) => points);
  const firsts = quotes.filter(({ letter }, i) => quotes.findIndex((one) => one.letter.id === letter.id) === i);
  return firsts.map((quote) => showLetter(quote, terminal, language));
}

interface PartLabels {
  /** What tells announcements from outcomes; null where there is only one of them. */
  readonly side: Readonly<Record<Side, string>> | null;
  readonly letterNamed: boolean;
  readonly language: TextLanguage;
}

function showPart(
  { heading, points }: SummaryPart,
  { side, letterNamed, language }: PartLabels,
  terminal: Terminal,
): string {
  const quotes = points.map((quote, i) => {
    const before = points[i - 1];
    const isAsked = before?.letter.id === quote.letter.id && before.question === quote.question;
    const question = isAsked ? '' : askedAbove(quote, language);
    return [
      ...(side ? [terminal.dim(`   ${side[sideOf(quote)]}`)] : []),
      showQuote(quote, terminal, { language, label: '–', question, letterNamed }),
    ].join('\n');
  });
  return [terminal.bold(heading), ...quotes].join('\n');
}
