import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import { type Config, readConfig } from '../../config/config.ts';
import { type Feedback, type ReadFeedback, standing } from '../../discord/stores/feedback.ts';
import { feedbackIn } from '../../discord/stores/stores.ts';
import { visibleLine } from '../../visible.ts';
import { databaseOf } from '../app/database.ts';
import { withJson } from '../options/folder-options.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `briefwijzer feedback`: what readers said of answers. */
export function addFeedback(program: Command, terminal: Terminal): void {
  withJson(program.command('feedback'))
    .description('show what readers said of answers, oldest first')
    .option('--wrong', 'only answers that were called wrong')
    .action(async (flags: { json?: boolean; wrong?: boolean }) => {
      const { feedback: said, broken } = await readFeedback(readConfig(terminal.env));
      const feedback = standing(said);
      const shown = flags.wrong ? feedback.filter(({ verdict }) => verdict === 'wrong') : feedback;
      if (broken > 0) terminal.log(`Left out ${broken} verdicts that can't be read.`);
      if (flags.json) return terminal.print(JSON.stringify(shown, null, 2));
      const wrong = feedback.filter(({ verdict }) => verdict === 'wrong').length;
      terminal.print(
        [...shown.map((one) => show(one, terminal)), `${feedback.length} verdicts, ${wrong} wrong`].join('\n'),
      );
    });
}

async function readFeedback(config: Config): Promise<ReadFeedback> {
  const database = await databaseOf(config);
  if (!database) return feedbackIn(config.DATA_DIR).read();
  const { openDatabaseFeedback } = await import('../../database/feedback.ts');
  return openDatabaseFeedback(database).read().finally(database.close);
}

function show({ at, verdict, question, quotes }: Feedback, { dim, width }: Terminal): string {
  const shown =
    quotes.map(({ file, start, end }) => `${visibleLine(file)} ${start}-${end}`).join(', ') || 'nothing quoted';
  return `${wrapAnsi(`${verdict === 'wrong' ? '✗' : '✓'} ${question ?? '(question not kept)'}`, width)}\n${dim(wrapAnsi(`${at} · ${shown}`, width))}`;
}
