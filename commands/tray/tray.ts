import type { Context } from '../../src/discord/context.ts';
import { trayId, trayPostId, trayRemoveId, trayTakeId, trayUpId } from '../../src/discord/custom-ids/take-along.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { alreadyPosted, sharedReceipt } from '../../src/discord/messages/sharing.ts';
import { takeAlong } from '../../src/discord/messages/take-along.ts';
import { type Kept, postedTray, trayMessage } from '../../src/discord/messages/tray.ts';
import { trayDossier } from '../../src/export/dossiers.ts';
import { definition } from './definition.ts';

/** What a person keeps, for them alone. Each quote is looked up anew: the letters may have changed. */
export const tray = {
  definition,
  run: async ({ user }, context) => ({ message: trayMessage(await keptBy(user.id, context), {}, context) }),
  buttons: [
    defineButton(trayId, {
      visibility: () => 'in place',
      run: async (state, context, { user }) => ({
        message: trayMessage(await keptBy(user.id, context), state, context),
      }),
    }),
    defineButton(trayUpId, {
      visibility: () => 'in place',
      async run({ p, ...state }, context, { user }) {
        await context.trays.change(user.id, (ids) => {
          const at = ids.indexOf(p);
          return at > 0 ? [...ids.slice(0, at - 1), p, ...ids.slice(at - 1, at), ...ids.slice(at + 1)] : ids;
        });
        return { message: trayMessage(await keptBy(user.id, context), state, context) };
      },
    }),
    defineButton(trayRemoveId, {
      visibility: () => 'in place',
      async run({ p, ...state }, context, { user }) {
        await context.trays.change(user.id, (ids) => ids.filter((id) => id !== p));
        return { message: trayMessage(await keptBy(user.id, context), state, context) };
      },
    }),
    defineButton(trayPostId, {
      async run({ x }, context, { user, channelId, message }) {
        const quotes = await quotesOf(user.id, context);
        if (quotes.length === 0) return { message: trayMessage([], {}, context) };
        const { texts, sharing } = context;
        // Made before the turn is taken: one that can't be made takes none.
        const broadcast = await postedTray(quotes, texts.answer.shared(`<@${user.id}>`), context);
        // Who posts again means it: once for each message that asked.
        const again = x ? ` ${message.id}` : '';
        const turn = sharing.take(`${channelId} ${user.id} ${quotes.map(({ id }) => id).join('.')}${again}`);
        if ('url' in turn) return { message: alreadyPosted(turn.url, texts) };
        return {
          message: sharedReceipt(null, texts),
          broadcast,
          posted(post) {
            if (post.is !== 'failed') turn.done(post.is === 'posted' ? post.url : null);
            return post.is === 'posted' ? sharedReceipt(post.url, texts) : null;
          },
          giveBack: () => turn.release(),
        };
      },
    }),
    defineButton(trayTakeId, {
      async run(_, context, { user }) {
        const quotes = await quotesOf(user.id, context);
        if (quotes.length === 0) return { message: trayMessage([], {}, context) };
        return { message: await takeAlong(trayDossier(quotes, context.language), ['docx', 'md']) };
      },
    }),
  ],
} satisfies ChatCommand;

async function keptBy(userId: string, { trays, library }: Context): Promise<Kept[]> {
  return (await trays.of(userId)).map((passageId) => ({ passageId, quote: library.quote(passageId) }));
}

async function quotesOf(userId: string, context: Context) {
  return (await keptBy(userId, context)).flatMap(({ quote }) => quote ?? []);
}
