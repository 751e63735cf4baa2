import type { Context } from '../../src/discord/context.ts';
import { trayId, trayPostId, trayRemoveId, trayTakeId, trayUpId } from '../../src/discord/custom-ids/take-along.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { ACCENT } from '../../src/discord/messages/parts/parts.ts';
import { takeAlong } from '../../src/discord/messages/take-along.ts';
import { type Kept, postedTray, trayMessage } from '../../src/discord/messages/tray.ts';
import { trayDossier } from '../../src/export/dossiers.ts';
import { definition } from './definition.ts';

/** What a person keeps, for them alone. Each quote is looked up anew: the letters may have changed. */
export const tray = {
  definition,
  run: ({ user }, context) => ({ message: trayMessage(keptBy(user.id, context), {}, context) }),
  buttons: [
    defineButton(trayId, {
      visibility: () => 'in place',
      run: (state, context, { user }) => ({ message: trayMessage(keptBy(user.id, context), state, context) }),
    }),
    defineButton(trayUpId, {
      visibility: () => 'in place',
      async run({ p, ...state }, context, { user }) {
        await context.trays.change(user.id, (ids) => {
          const at = ids.indexOf(p);
          return at > 0 ? [...ids.slice(0, at - 1), p, ...ids.slice(at - 1, at), ...ids.slice(at + 1)] : ids;
        });
        return { message: trayMessage(keptBy(user.id, context), state, context) };
      },
    }),
    defineButton(trayRemoveId, {
      visibility: () => 'in place',
      async run({ p, ...state }, context, { user }) {
        await context.trays.change(user.id, (ids) => ids.filter((id) => id !== p));
        return { message: trayMessage(keptBy(user.id, context), state, context) };
      },
    }),
    defineButton(trayPostId, {
      async run(_, context, { user }) {
        const quotes = quotesOf(user.id, context);
        if (quotes.length === 0) return { message: trayMessage([], {}, context) };
        const note = context.texts.answer.shared(`<@${user.id}>`);
        return {
          message: notice(context.texts.answer.sharedReceipt, ACCENT.answer),
          broadcast: await postedTray(quotes, note, context),
        };
      },
    }),
    defineButton(trayTakeId, {
      async run(_, context, { user }) {
        const quotes = quotesOf(user.id, context);
        if (quotes.length === 0) return { message: trayMessage([], {}, context) };
        return { message: await takeAlong(trayDossier(quotes, context.language), ['docx', 'md']) };
      },
    }),
  ],
} satisfies ChatCommand;

function keptBy(userId: string, { trays, library }: Context): Kept[] {
  return trays.of(userId).map((passageId) => ({ passageId, quote: library.quote(passageId) }));
}

function quotesOf(userId: string, context: Context) {
  return keptBy(userId, context).flatMap(({ quote }) => quote ?? []);
}
