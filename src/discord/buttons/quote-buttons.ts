import type { Quote } from '../../answers/schema.ts';
import type { Context } from '../context.ts';
import { contextId, copyId, openId, readMarks, sectionId, shareId } from '../custom-ids/passages.ts';
import { type Button, defineButton } from '../interactions/button.ts';
import type { Outcome } from '../interactions/outcome.ts';
import { notice } from '../messages/notice.ts';
import { contextMessage, copyMessage, sectionMessage, sharedQuote } from '../messages/passages.ts';

/** The passage of a button with what was highlighted in it; null when the index no longer has it. */
function passageOf({ p, m }: { p: string; m?: string }, { library }: Context): Quote | null {
  const quote = library.quote(p);
  return quote && { ...quote, marks: readMarks(m, quote.text.length) };
}

function stale({ texts }: Context): Outcome {
  return { message: notice(texts.problem.stalePassage) };
}

/** Posts the quote in the channel, with who shared it; nobody is pinged. */
const share = defineButton(shareId, {
  visibility: ({ p }, { library }) => (library.quote(p) ? 'public' : 'private'),
  run(params, context, { user }) {
    const quote = passageOf(params, context);
    if (!quote) return stale(context);
    const note = context.texts.answer.shared(`<@${user.id}>`);
    return { message: sharedQuote(quote, context.texts, { note, isPublic: true }), facts: { quotes: [quote.id] } };
  },
});

/** One quote of an answer by itself, for who chose it. */
const open = defineButton(openId, {
  run(params, context) {
    const quote = passageOf(params, context);
    return quote ? { message: sharedQuote(quote, context.texts, { isPublic: false }) } : stale(context);
  },
});

const context = defineButton(contextId, {
  run(params, context) {
    const quote = passageOf(params, context);
    if (!quote) return stale(context);
    return { message: contextMessage(quote, context.library.context(quote.id), context.texts) };
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
