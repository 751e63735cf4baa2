import type { Command } from '../src/discord/interactions/command.ts';
import { ask } from './ask/ask.ts';
import { findSources } from './find-sources/find-sources.ts';
import { help } from './help/help.ts';
import { letters } from './letters/letters.ts';
import { quote } from './quote/quote.ts';
import { reload } from './reload/reload.ts';
import { settings } from './settings/settings.ts';
import { status } from './status/status.ts';

/** Every command, in the order in which they are registered. */
export const commands: readonly Command[] = [ask, quote, letters, help, status, reload, settings, findSources];
