import { ComponentType } from 'discord.js';
import type { Texts } from '../../texts/nl.ts';
import { LIMITS } from '../limits.ts';
import { displayedLength } from './parts/measure.ts';
import { codeBlock, file, type OutgoingMessage, type Part, small, text } from './parts/parts.ts';

const FILE = 'text.txt';

/** A refusal with what was typed (plain text), ready to be copied, so that it is not lost; a long text as a file. */
export function withTyped(message: OutgoingMessage, typed: string, { problem }: Texts): OutgoingMessage {
  const [box] = message.components;
  if (!message.refuses || !/\S/.test(typed) || box?.type !== ComponentType.Container) return message;
  const extended = (parts: readonly Part[]) => ({
    ...message,
    components: [{ ...box, components: [...box.components, ...parts] }, ...message.components.slice(1)],
  });
  const hint = small(problem.typed);
  const block = codeBlock(typed);
  const room = LIMITS.displayedText - displayedLength([...message.components, hint]);
  if (block !== null && block.length <= room) return extended([hint, text(block)]);
  const whole = { name: FILE, data: Buffer.from(typed), description: problem.typed };
  return { ...extended([hint, file(FILE)]), files: [...(message.files ?? []), whole] };
}
