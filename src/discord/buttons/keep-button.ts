import { keepId } from '../custom-ids/take-along.ts';
import { type Button, defineButton } from '../interactions/button.ts';
import { notice } from '../messages/notice.ts';
import { ACCENT } from '../messages/parts/parts.ts';
import { MOST_KEPT } from '../stores/trays.ts';

/** Keeps a quote in the tray of who presses. */
export const keepButton: Button = defineButton(keepId, {
  async run({ p }, { library, trays, texts }, { user }) {
    if (!library.quote(p)) return { message: notice(texts.problem.stalePassage) };
    let known = false;
    const kept = await trays.change(user.id, (before) => {
      known = before.includes(p);
      return known ? before : [...before, p];
    });
    if (known) return { message: notice(texts.tray.known, ACCENT.answer) };
    if (!kept.includes(p)) return { message: notice(texts.tray.full(MOST_KEPT)) };
    return { message: notice(texts.tray.kept(kept.length), ACCENT.answer) };
  },
});
