import { z } from 'zod';
import { scope, shown } from './answers.ts';
import { buttonId } from './custom-id.ts';
import { flag, id, offset } from './fields.ts';
import { commitments, summary, timeline } from './pages.ts';
import { passage } from './passages.ts';

/** The buttons that give what is shown as files: the state is that of what they stand under. */
export const takeAnswerId = buttonId('take-answer', scope.extend({ s: shown.exactOptional() }));
export const takeSummaryId = buttonId('take-summary', summary);
export const takeTimelineId = buttonId('take-timeline', timeline);
export const takeCommitmentsId = buttonId('take-commits', commitments);

/** Keeps a passage in the tray of who presses; the marks tell two quotes of one passage apart. */
export const keepId = buttonId('keep', passage);
/** The tray from quote number `o` on. */
const tray = z.object({ o: offset.exactOptional() });
export type TrayState = z.infer<typeof tray>;
export const trayId = buttonId('tray', tray);
export const trayUpId = buttonId('tray-up', tray.extend({ p: id }));
export const trayRemoveId = buttonId('tray-remove', tray.extend({ p: id }));
/** `x`: once more, though it was posted here. */
export const trayPostId = buttonId('tray-post', z.object({ x: flag.exactOptional() }));
export const trayTakeId = buttonId('tray-take', z.object({}));
