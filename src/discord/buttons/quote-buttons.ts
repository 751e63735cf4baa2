import { ComponentType } from 'discord.js';
import type { Quote } from '../../answers/schema.ts';
import type { Context } from '../context.ts';
import { readCustomId } from '../custom-ids/custom-id.ts';
import { contextId, copyId, openId, readMarks, sectionId, shareId } from '../custom-ids/passages.ts';
import { type Button, defineButton, type PressInteraction, questionOf } from '../interactions/button.ts';
import type { Outcome } from '../interactions/outcome.ts';
import { postedThere } from '../interactions/posted.ts';
import { notice } from '../messages/notice.ts';
import { allComponents } from '../messages/parts/measure.ts';
import { contextMessage, copyMessage, sectionMessage, sharedQuote } from '../messages/passages.ts';
import { alreadyShared, sharedReceipt } from '../messages/sharing.ts';

/** The passage of a button with what was highlighted in it; null when the index no longer has it. */
function passageOf({ p, m }: { p: string; m?: string }, { library }: Context): Quote | null {
  const quote = library.quote(p);
  return quote && { ...quote, marks: readMarks(m, quote.text.length) };
}

function stale({ texts }: Context): Outcome {
  return { message: notice(texts.problem.stalePassage) };
}

/** Posts the quote in the channel with the question and who shared it, once; nobody is pinged. */
const share = defineButton(shareId, {
  async run(params, context, interaction) {
    const quote = passageOf(params, context);
    if (!quote) return stale(context);
    const { texts, sharing } = context;
    // Who shares again means it: once for each message that asked.
    const again = params.x ? ` ${interaction.message.id}` : '';
    const turn = sharing.take(`${interaction.channelId} ${quote.id}${again}`);
    if ('url' in turn) return { message: alreadyShared(quote, turn.url, texts) };
    const there = params.x ? null : await standingThere(quote.id, interaction, context);
    if (there !== null) {
      turn.done(there);
      return { message: alreadyShared(quote, there, texts) };
    }
    const note = texts.answer.shared(`<@${interaction.user.id}>`);
    return {
      message: sharedReceipt(null, texts),
      broadcast: sharedQuote(quote, texts, { note, asked: questionOf(interaction), isPublic: true }),
      posted(post) {
        if (post.is !== 'failed') turn.done(post.is === 'posted' ? post.url : null);
        return post.is === 'posted' ? sharedReceipt(post.url, texts) : null;
      },
      giveBack: () => turn.release(),
      facts: { quotes: [quote.id] },
    };
  },
});

/** Where a quote stands among the last messages of the channel, as somebody shared it or the bot answered with it. */
async function standingThere(passage: string, interaction: PressInteraction, { log }: Context): Promise<string | null> {
  try {
    const message = await postedThere(interaction, 'last', ({ components }) =>
      allComponents(components.map((component) => component.toJSON())).some(
        (part) =>
          part.type === ComponentType.Button &&
          'custom_id' in part &&
          isContextOf(passage, readCustomId(part.custom_id)),
      ),
    );
    return message?.url ?? null;
  } catch (error) {
    log.debug({ error }, 'a channel could not be searched for a shared quote');
    return null;
  }
}

function isContextOf(passage: string, id: ReturnType<typeof readCustomId>): boolean {
  return id?.action === contextId.action && id.fields.p === passage;
}

/** One quote of an answer by itself, for who chose it. */
const open = defineButton(openId, {
  run(params, context, interaction) {
    const quote = passageOf(params, context);
    if (!quote) return stale(context);
    return { message: sharedQuote(quote, context.texts, { asked: questionOf(interaction), isPublic: false }) };
  },
});

const context = defineButton(contextId, {
  run(params, context, interaction) {
    const quote = passageOf(params, context);
    if (!quote) return stale(context);
    const around = context.library.context(quote.id);
    return { message: contextMessage(quote, around, questionOf(interaction), context.texts) };
  },
});

const copy = defineButton(copyId, {
  run(params, context) {
    const quote = passageOf(params, context);
    return quote ? { message: copyMessage(quote, context.texts) } : stale(context);
  },
});

const section = defineButton(sectionId, {
  run({ p, o = 0 }, context) {
    const message = sectionMessage(context.library.section(p), o, context.texts);
    return message ? { message } : stale(context);
  },
});

export const quoteButtons: readonly Button[] = [open, share, context, copy, section];
