import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import { isOpen } from '../../answers/commitments/commitments.ts';
import type { Commitment } from '../../answers/commitments/schema.ts';
import { commitmentsDossier } from '../../export/dossiers.ts';
import { commitmentFacts } from '../../texts/commitment-facts.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import { openLibrary } from '../app/open-library.ts';
import { assertExport, deliver, type ExportFlags, withExport } from '../options/export-options.ts';
import { withFolders } from '../options/folder-options.ts';
import { type LanguageFlag, readerLanguage, withLanguage } from '../options/reader-language.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { theMeeting } from '../options/the-one.ts';
import { showQuote } from '../terminal/show-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface CommitmentFlags extends FolderFlags, LanguageFlag, ExportFlags {
  readonly open?: boolean;
}

/** `briefwijzer commitments`: what ministers promised parliament. */
export function addCommitments(program: Command, terminal: Terminal): void {
  withExport(withLanguage(withFolders(program.command('commitments'))))
    .description('list what ministers promised parliament, and which later letter likely fulfils it')
    .argument('[meeting...]', 'only those in letters about this meeting')
    .option('--open', 'only those for which no later letter was found')
    .action(async (words: string[], flags: CommitmentFlags) => {
      const language = readerLanguage(flags, terminal.env);
      assertExport(flags, terminal);
      const { library, close } = await openLibrary(readSettings(flags, terminal.env), terminal);
      try {
        const typed = words.join(' ').trim();
        const meeting = typed === '' ? undefined : theMeeting(library, typed, language);
        const commitments = await library.commitments({ meeting, open: flags.open });
        await deliver(flags, terminal, {
          result: commitments,
          dossier: () => commitmentsDossier(commitments, meeting ?? null, language),
          show: () => show(commitments, library.letters.length, language, terminal),
        });
      } finally {
        await close();
      }
    });
}

function show(commitments: readonly Commitment[], letters: number, language: TextLanguage, terminal: Terminal): string {
  const { commitments: labels } = overviews(language);
  if (commitments.length === 0) return labels.none;
  const open = commitments.filter(isOpen).length;
  const small = (line: string) => terminal.dim(wrapAnsi(line, terminal.width));
  const head = open > 0 ? [small(labels.open(open, letters))] : [];
  const entries = commitments.map((commitment) => {
    const { quote, fulfilledBy } = commitment;
    const kept = fulfilledBy
      ? [`${labels.fulfilled}: ${fulfilledBy.letter.title} (${Math.round(fulfilledBy.likelihood * 100)}%)`]
      : [];
    const lines = [commitmentFacts(commitment, language).join(' · '), ...kept];
    return [showQuote(quote, terminal, { language }), ...lines.map(small)].join('\n');
  });
  return [...head, ...entries].join('\n\n');
}
