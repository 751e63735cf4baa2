import { keepId } from '../custom-ids/take-along.ts';
import { type Button, defineButton } from '../interactions/button.ts';
import { notice } from '../messages/notice.ts';
import { ACCENT } from '../messages/parts/parts.ts';
import { MOST_KEPT } from '../stores/trays.ts';

/** Keeps a quote in the tray of who presses. */
export const keepButton: Button = defineButton(keepId, {
  async run({ p }, { library, trays, texts }, { user }) {
    if (!library.quote(p)) return { message: notice(texts.problem.stalePassage) };
    const kept = trays.of(user.id);
    if (kept.includes(p)) return { message: notice(texts.tray.known, ACCENT.answer) };
    if (kept.length >= MOST_KEPT) return { message: notice(texts.tray.full(MOST_KEPT)) };
    await trays.set(user.id, [...kept, p]);
    return { message: notice(texts.tray.kept(kept.length + 1), ACCENT.answer) };
  },
});
