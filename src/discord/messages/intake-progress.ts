import type { Texts } from '../../texts/nl.ts';
import type { IntakeProgress } from '../intake/port.ts';
import { notice } from './notice.ts';
import { ACCENT, type OutgoingMessage } from './parts/parts.ts';

/** How far taking letters in or out is. */
export function progressMessage(progress: IntakeProgress, { intake }: Texts): OutgoingMessage {
  const { progress: say } = intake;
  const sentence = progress.phase === 'indexing' ? say.indexing(progress.done, progress.total) : say[progress.phase];
  return notice(sentence, ACCENT.answer);
}
