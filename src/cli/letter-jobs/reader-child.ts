/** The process that reads files for `add` and `fetch`, one after the other, until its parent ends it. */
import { convert } from '../../intake/convert.ts';
import { tesseract } from '../../intake/pdf/ocr.ts';
import { watchMemory } from './memory.ts';
import type { ReaderReply, ReaderRequest } from './reader-messages.ts';

const HEARTBEAT_MS = 5_000;
/** Resident bytes: pdf.js takes about thirty times what a small PDF has, and less of a large one. */
const MOST_MEMORY = 3 * 1024 * 1024 * 1024;

const send = (reply: ReaderReply): void => void process.send?.(reply);

watchMemory(MOST_MEMORY);
// A Ctrl-C at a terminal reaches both: the parent decides.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', async ({ file, ocr }: ReaderRequest) => {
  const heartbeat = ocr ? setInterval(send, HEARTBEAT_MS, { type: 'alive' } satisfies ReaderReply) : undefined;
  const { letters, problems } = await convert(file, { ocr: ocr ? tesseract() : undefined });
  clearInterval(heartbeat);
  const told = problems.map(({ file: name, reason, message }) => ({
    file: name,
    reason,
    rest: message.slice(name.length + 1),
  }));
  send({ type: 'read', letters, problems: told });
});
