import type { Command } from '../src/discord/interactions/command.ts';
import { add } from './add/add.ts';
import { ask } from './ask/ask.ts';
import { check } from './check/check.ts';
import { checkQuotes } from './check-quotes/check-quotes.ts';
import { commitments } from './commitments/commitments.ts';
import { compare } from './compare/compare.ts';
import { feedback } from './feedback/feedback.ts';
import { findSources } from './find-sources/find-sources.ts';
import { help } from './help/help.ts';
import { letter } from './letter/letter.ts';
import { letters } from './letters/letters.ts';
import { quote } from './quote/quote.ts';
import { reload } from './reload/reload.ts';
import { remove } from './remove/remove.ts';
import { settings } from './settings/settings.ts';
import { status } from './status/status.ts';
import { summary } from './summary/summary.ts';
import { timeline } from './timeline/timeline.ts';
import { tray } from './tray/tray.ts';

/** Every command, in the order in which they are registered. */
export const commands: readonly Command[] = [
  ask,
  quote,
  summary,
  timeline,
  compare,
  commitments,
  check,
  tray,
  letters,
  letter,
  help,
  add,
  remove,
  status,
  feedback,
  reload,
  settings,
  findSources,
  checkQuotes,
];
