import type { Quote } from '../../answers/schema.ts';
import { given } from '../../given.ts';
import type { Texts } from '../../texts/nl.ts';
import { shareId, writeMarks } from '../custom-ids/passages.ts';
import { trayPostId } from '../custom-ids/take-along.ts';
import { notice } from './notice.ts';
import { ACCENT, button, link, type OutgoingMessage, panel, rows, text } from './parts/parts.ts';

/** For who shared something: that it is there, and where as soon as that is known. */
export function sharedReceipt(url: string | null, { answer, button: labels }: Texts): OutgoingMessage {
  if (url === null) return notice(answer.sharedReceipt, ACCENT.answer);
  return panel([text(answer.sharedReceipt), ...rows(link(labels.show, url))], ACCENT.answer);
}

/** That a quote stands in the channel already, with the way to it, and to share it all the same. */
export function alreadyShared(quote: Quote, url: string | null, { answer, button: labels }: Texts): OutgoingMessage {
  const passage = given({ p: quote.id, m: writeMarks(quote.marks) });
  const buttons = [...link(labels.show, url), button(labels.shareAgain, shareId.write({ ...passage, x: true }))];
  return panel([text(answer.alreadyShared), ...rows(buttons)], ACCENT.refusal);
}

/** That the same tray stands in the channel already, with the way to it, and to post it all the same. */
export function alreadyPosted(url: string | null, { tray, button: labels }: Texts): OutgoingMessage {
  const buttons = [...link(labels.show, url), button(labels.shareAgain, trayPostId.write({ x: true }))];
  return panel([text(tray.posted), ...rows(buttons)], ACCENT.refusal);
}
