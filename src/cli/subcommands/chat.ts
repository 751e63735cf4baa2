import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { isSmallTalk } from '../../retrieval/question/content.ts';
import { conversation } from '../../retrieval/question/follow-up.ts';
import { openLibrary } from '../app/open-library.ts';
import { withFolders } from '../options/folder-options.ts';
import { type FolderFlags, readSettings } from '../options/settings.ts';
import { showAnswer } from '../terminal/show-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { whyNotAsked } from './question.ts';

/** What ends a conversation, as people end other programs. */
const ENDS: ReadonlySet<string> = new Set(['', 'exit', 'quit', 'stop']);

/** `briefwijzer chat`: a conversation; each question is understood with those it leans on. */
export function addChat(program: Command, terminal: Terminal): void {
  withFolders(program.command('chat'))
    .description('ask one question after another; an empty line, exit or Ctrl-D ends it')
    .action(async (flags: FolderFlags) => {
      const { library, close } = await openLibrary(readSettings(flags, terminal.env), terminal);
      // Only from a keyboard is it a terminal's matter to show what is typed: piped text would be echoed as it is.
      const typed = 'isTTY' in terminal.input && terminal.input.isTTY === true;
      const ends = { input: terminal.input, output: terminal.messages, prompt: '? ' };
      const lines = createInterface({ ...ends, ...(!typed && { terminal: false }) });
      try {
        let previous: string | undefined;
        lines.prompt();
        for await (const line of lines) {
          const question = line.trim();
          if (ENDS.has(question.toLowerCase())) break;
          // Thanks and greetings want no answer.
          if (isSmallTalk(question)) {
            lines.prompt();
            continue;
          }
          const why = whyNotAsked(question);
          if (why !== null) {
            terminal.log(why);
            lines.prompt();
            continue;
          }
          const answer = await library.ask(question, { previous });
          terminal.print(`${showAnswer(answer, library.letters, terminal)}\n`);
          previous = conversation(question, previous);
          lines.prompt();
        }
      } finally {
        lines.close();
        await close();
      }
    });
}
