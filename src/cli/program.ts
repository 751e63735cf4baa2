import { Command } from 'commander';
import { addAsk } from './ask.ts';
import { addChat } from './chat.ts';
import { addCommitments } from './commitments.ts';
import { addDoctor } from './doctor.ts';
import { addFeedback } from './feedback.ts';
import { addIndex } from './index-letters.ts';
import { addLetter } from './letter.ts';
import { addLetters } from './letters.ts';
import { addPreview } from './preview.ts';
import { addRegister } from './register.ts';
import { addStart } from './start.ts';
import { addSummary } from './summary.ts';
import type { Terminal } from './terminal.ts';
import { addTimeline } from './timeline.ts';
import { packageVersion } from './version.ts';

const SUBCOMMANDS = [
  addIndex,
  addAsk,
  addChat,
  addLetters,
  addLetter,
  addSummary,
  addTimeline,
  addCommitments,
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
    .configureOutput({ writeErr: (text) => terminal.draw(text), writeOut: (text) => terminal.print(text.trimEnd()) })
    .showHelpAfterError('Run it with --help to see what it takes.');
  for (const add of SUBCOMMANDS) add(program, terminal);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
