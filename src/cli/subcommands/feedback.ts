import type { Command } from 'commander';
import wrapAnsi from 'wrap-ansi';
import { type Config, readConfig } from '../../config/config.ts';
import { type Feedback, type FeedbackStore, standing } from '../../discord/stores/feedback.ts';
import { feedbackIn } from '../../discord/stores/stores.ts';

import { visibleLine } from '../../visible.ts';
import { databaseOf } from '../app/database.ts';
import { requireDiscordId } from '../options/discord-id.ts';
import { withJson } from '../options/folder-options.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `briefwijzer feedback`: what readers said of answers. */
export function addFeedback(program: Command, terminal: Terminal): void {
  withJson(program.command('feedback'))
    .description('show what readers said of answers, oldest first')
    .option('--wrong', 'only answers that were called wrong')
    .option('--forget <id>', 'forget what the person with this Discord id said (known where FEEDBACK_USER_IDS is 1)')
    .action(async (flags: { json?: boolean; wrong?: boolean; forget?: string }) => {
      const config = readConfig(terminal.env);
      if (flags.forget !== undefined) return terminal.print(await forget(flags.forget, config));
      const { feedback: said, broken } = await withFeedback(config, (feedback) => feedback.read());
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

/** Forgets a person's verdicts, and says how many those were. */
async function forget(id: string, config: Config): Promise<string> {
  requireDiscordId('--forget', id);
  const gone = await withFeedback(config, (feedback) => feedback.forget(({ user }) => user === id));
  return gone === 1 ? '1 verdict was forgotten' : `${gone} verdicts were forgotten`;
}

async function withFeedback<T>(config: Config, use: (feedback: FeedbackStore) => Promise<T>): Promise<T> {
  const database = await databaseOf(config);
  if (!database) return use(feedbackIn(config.DATA_DIR));
  const { openDatabaseFeedback } = await import('../../database/feedback.ts');
  return use(openDatabaseFeedback(database)).finally(database.close);
}

function show({ at, verdict, question, quotes }: Feedback, { dim, width }: Terminal): string {
  const shown =
    quotes.map(({ file, start, end }) => `${visibleLine(file)} ${start}-${end}`).join(', ') || 'nothing quoted';
  return `${wrapAnsi(`${verdict === 'wrong' ? '✗' : '✓'} ${question ?? '(question not kept)'}`, width)}\n${dim(wrapAnsi(`${at} · ${shown}`, width))}`;
}
