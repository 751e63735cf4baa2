import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import type { Timeline, TimelineEntry } from '../../answers/timeline/schema.ts';
import { timelineDossier } from '../../export/dossiers.ts';
import { readPeriod } from '../../letters/dates/periods.ts';
import { timelineChart } from '../../pictures/chart.ts';
import { beforehand } from '../../texts/beforehand.ts';
import { formatDate, type TextLanguage } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import { openLibrary } from '../app/open-library.ts';
import { assertExport, deliver, type ExportFlags, withExport } from '../options/export-options.ts';
import { withFolders } from '../options/folder-options.ts';
import { type LanguageFlag, readerLanguage, withLanguage } from '../options/reader-language.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { UsageProblem } from '../terminal/failure.ts';
import { showQuote } from '../terminal/show-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { writeResult } from '../terminal/write-result.ts';

interface TimelineFlags extends FolderFlags, LanguageFlag, ExportFlags {
  readonly from?: string;
  readonly to?: string;
  readonly chart?: string;
  readonly all?: boolean;
}

/** `briefwijzer timeline`: how a subject ran through the letters. */
export function addTimeline(program: Command, terminal: Terminal): void {
  withExport(withLanguage(withFolders(program.command('timeline'))))
    .description('show how a subject ran through the letters, oldest first')
    .argument('<subject...>', 'a subject, as in "defensie-uitgaven"')
    .option('--from <date>', 'from this day, month or year')
    .option('--to <date>', 'up to and including this day, month or year')
    .option('--all', 'everything that is said, not only the first turns of each letter')
    .option('--chart <file>', 'also write the chart, as .svg or .png')
    .action(async (words: string[], flags: TimelineFlags) => {
      const language = readerLanguage(flags, terminal.env);
      const period = periodOf(flags);
      assertExport(flags, terminal);
      const chart = flags.chart === undefined ? null : chartFile(flags.chart);
      const { library, close } = await openLibrary(readSettings(flags, terminal.env), terminal);
      try {
        const timeline = await library.timeline(words.join(' '), { ...period, all: flags.all });
        if (chart) await writeChart(timeline, chart, language);
        await deliver(flags, terminal, {
          result: timeline,
          dossier: () => timelineDossier(timeline, language),
          show: () => show(timeline, language, terminal),
        });
      } finally {
        await close();
      }
    });
}

function periodOf({ from, to }: TimelineFlags): { from?: string | undefined; to?: string | undefined } {
  const read = (typed: string) => {
    const date = readPeriod(typed);
    if (!date) throw new UsageProblem(`"${typed}" is no date; write a day, month or year, as in 2021 or 2021-10-21.`);
    return date;
  };
  const first = from === undefined ? undefined : read(from).from;
  const last = to === undefined ? undefined : read(to).to;
  if (first && last && first > last) throw new UsageProblem('That period ends before it begins; swap --from and --to.');
  return { from: first, to: last };
}

interface ChartFile {
  readonly file: string;
  readonly kind: 'svg' | 'png';
}

function chartFile(file: string): ChartFile {
  const kind = (['svg', 'png'] as const).find((suffix) => file.endsWith(`.${suffix}`));
  if (kind) return { file, kind };
  throw new UsageProblem(`"${file}" is no chart; name a file that ends in .svg or .png.`);
}

async function writeChart(timeline: Timeline, { file, kind }: ChartFile, language: TextLanguage): Promise<void> {
  const svg = timelineChart(timeline, language);
  if (kind === 'svg') return writeResult(file, svg);
  // The renderer is native code; only who wants a picture loads it.
  const { toPng } = await import('../../pictures/png.ts');
  await writeResult(file, toPng(svg));
}

function show({ subject, entries, volume }: Timeline, language: TextLanguage, terminal: Terminal): string {
  const { timeline: labels } = overviews(language);
  if (entries.length === 0) return wrapAnsi(labels.none(subject), terminal.width);
  const shown = entries.map((entry, i) => showEntry(entry, entries[i - 1], language, terminal));
  const more = volume
    .filter((letter) => letter.more > 0)
    .map(({ more, date }) => labels.more(more, date === null ? labels.undated : formatDate(date, language)));
  const foot = more.length > 0 ? [[...more, labels.howToSeeAll].map((line) => terminal.dim(line)).join('\n')] : [];
  return [...shown, ...foot].join('\n\n');
}

/** An entry; what is of the same letter as the one before it needs neither date nor letter again. */
function showEntry(
  { date, inferred, quote, repeats }: TimelineEntry,
  previous: TimelineEntry | undefined,
  language: TextLanguage,
  terminal: Terminal,
): string {
  const { timeline: labels } = overviews(language);
  const day = date === null ? labels.undated : formatDate(date, language);
  const letterNamed = previous?.quote.letter.id === quote.letter.id && previous.date === date;
  const written = beforehand(quote, language);
  const facts = [
    ...(letterNamed ? [] : [terminal.bold(inferred ? labels.inferred(day) : day)]),
    ...(letterNamed || written === null ? [] : [terminal.dim(written)]),
    ...(repeats.length > 0 ? [terminal.dim(labels.repeats(repeats.length))] : []),
  ];
  return [
    ...(facts.length > 0 ? [facts.join(terminal.dim(' · '))] : []),
    showQuote(quote, terminal, { language, letterNamed }),
  ].join('\n');
}
