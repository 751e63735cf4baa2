import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import type { Commitment } from '../../answers/commitments/schema.ts';
import { formatDate, type TextLanguage } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import { openLibrary } from '../app/open-library.ts';
import { withFolders, withJson } from '../options/folder-options.ts';
import { type LanguageFlag, readerLanguage, withLanguage } from '../options/reader-language.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { theMeeting } from '../options/the-one.ts';
import { showQuote } from '../terminal/show-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface CommitmentFlags extends FolderFlags, LanguageFlag {
  readonly open?: boolean;
  readonly json?: boolean;
}

/** `briefwijzer commitments`: what ministers promised parliament. */
export function addCommitments(program: Command, terminal: Terminal): void {
  withJson(withLanguage(withFolders(program.command('commitments'))))
    .description('list what ministers promised parliament, and which later letter likely fulfils it')
    .argument('[meeting...]', 'only those in letters about this meeting')
    .option('--open', 'only those for which no later letter was found')
    .action(async (words: string[], flags: CommitmentFlags) => {
      const language = readerLanguage(flags, terminal.env);
      const { library, close } = await openLibrary(readSettings(flags, terminal.env), terminal);
      try {
        const typed = words.join(' ').trim();
        const meeting = typed === '' ? undefined : theMeeting(library, typed, language);
        const commitments = await library.commitments({ meeting, open: flags.open });
        terminal.print(flags.json ? JSON.stringify(commitments, null, 2) : show(commitments, language, terminal));
      } finally {
        await close();
      }
    });
}

function show(commitments: readonly Commitment[], language: TextLanguage, terminal: Terminal): string {
  const { commitments: labels } = overviews(language);
  if (commitments.length === 0) return labels.none;
  return commitments
    .map(({ quote, who, due, date, fulfilledBy }) => {
      const facts = [
        ...(date ? [formatDate(date, language)] : []),
        ...(who ? [labels.who(who)] : []),
        ...(due ? [labels.due(due)] : []),
      ];
      const kept = fulfilledBy
        ? `${labels.fulfilled}: ${fulfilledBy.letter.title} (${Math.round(fulfilledBy.likelihood * 100)}%)`
        : labels.unfulfilled;
      const small = [facts.join(' · '), kept].map((line) => terminal.dim(wrapAnsi(line, terminal.width)));
      return [showQuote(quote, terminal), ...small].join('\n');
    })
    .join('\n\n');
}
