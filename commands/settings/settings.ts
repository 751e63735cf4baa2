import { z } from 'zod';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { ACCENT } from '../../src/discord/messages/parts/parts.ts';
import { definition } from './definition.ts';

const languageSchema = z.enum(['nl', 'en', 'reader']);

/** Fixes a server's language, or leaves it to each reader. The answer is still in the language before. */
export const settings = {
  definition,
  async run({ options, guildId }, { settings: store, texts }) {
    if (guildId === null) return { message: notice(texts.problem.serverOnly) };
    const chosen = languageSchema.parse(options.getString('language', true));
    await store.setLanguage(guildId, chosen);
    return { message: notice(texts.settings.language[chosen], ACCENT.answer) };
  },
} satisfies ChatCommand;
