import { leaveId } from '../src/discord/custom-ids/letters.ts';
import { defineButton } from '../src/discord/interactions/button.ts';
import { notice } from '../src/discord/messages/notice.ts';
import { ACCENT } from '../src/discord/messages/parts/parts.ts';

/** "Cancel" below a question whether letters are to come or go: forgets what was kept for it. */
export const leave = defineButton(leaveId, {
  visibility: () => 'in place',
  run({ k }, { uploads, texts }, { user }) {
    if (k !== undefined) uploads.take(k, user.id);
    return { message: notice(texts.intake.unchanged, ACCENT.refusal) };
  },
});
