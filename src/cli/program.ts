import { Command } from 'commander';
import { addAdd } from './subcommands/add.ts';
import { addAsk } from './subcommands/ask.ts';
import { addChat } from './subcommands/chat.ts';
import { addCheck } from './subcommands/check.ts';
import { addCommitments } from './subcommands/commitments.ts';
import { addCompare } from './subcommands/compare.ts';
import { addDoctor } from './subcommands/doctor.ts';
import { addFeedback } from './subcommands/feedback.ts';
import { addFetch } from './subcommands/fetch.ts';
import { addIndex } from './subcommands/index-letters.ts';
import { addLetter } from './subcommands/letter.ts';
import { addLetters } from './subcommands/letters.ts';
import { addPreview } from './subcommands/preview.ts';
import { addRegister } from './subcommands/register.ts';
import { addSite } from './subcommands/site.ts';
import { addStart } from './subcommands/start.ts';
import { addSummary } from './subcommands/summary.ts';
import { addTimeline } from './subcommands/timeline.ts';
import type { Terminal } from './terminal/terminal.ts';
import { packageVersion } from './version.ts';

const SUBCOMMANDS = [
  addAdd,
  addFetch,
  addIndex,
  addAsk,
  addChat,
  addLetters,
  addLetter,
  addSummary,
  addTimeline,
  addCompare,
  addCommitments,
  addCheck,
  addSite,
  addStart,
  addPreview,
  addRegister,
  addFeedback,
  addDoctor,
];

/** The `briefwijzer` command. Each subcommand lives in a file of its own and adds itself. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('briefwijzer')
    .description("Answers questions about Dutch ministers' letters to parliament by quoting them.")
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      writeErr: (text) => terminal.log(text.trimEnd()),
      writeOut: (text) => terminal.print(text.trimEnd()),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .showHelpAfterError('Run it with --help to see what it takes.');
  for (const add of SUBCOMMANDS) add(program, terminal);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
