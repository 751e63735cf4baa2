import { setImmediate } from 'node:timers/promises';
import type { AutocompleteInteraction } from 'discord.js';
import type { Context, Services } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { cutLabel } from '../messages/parts/parts.ts';
import { createRateLimits } from '../rate-limits.ts';
import type { ChatCommand } from './command.ts';

/** More keystrokes a minute than anybody types, for one person. */
const A_MINUTE = 120;

export interface Completions {
  /** Sends what may be meant, or nothing where the person has typed on already or types faster than anybody can. */
  answer(interaction: AutocompleteInteraction, context: Context): Promise<void>;
}

/** Completes what people type. Searching holds everybody else up, so each person has at most one search at once. */
export function createCompletions(commands: ReadonlyMap<string, ChatCommand>, { clock }: Services): Completions {
  const limits = createRateLimits(A_MINUTE, Number.POSITIVE_INFINITY, clock);
  const newest = new Map<string, string>();
  return {
    async answer(interaction, context) {
      const person = interaction.user.id;
      if (!limits.take(person, null).allowed) return context.stats.count('limited');
      context.stats.count('autocompletes');
      newest.set(person, interaction.id);
      // By then whatever arrived together with it is here.
      await setImmediate();
      if (newest.get(person) !== interaction.id) return;
      newest.delete(person);
      const choices = commands.get(interaction.commandName)?.autocomplete?.(interaction, context) ?? [];
      await interaction.respond(
        choices.slice(0, LIMITS.choices).map(({ name, value }) => ({ name: cutLabel(name, LIMITS.choiceName), value })),
      );
    },
  };
}
