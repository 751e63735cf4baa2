import type { Attachment } from 'discord.js';
import type { Context } from '../context.ts';
import { OWN_LIMITS } from '../limits.ts';
import { aboutFile } from '../messages/incoming.ts';
import { notice } from '../messages/notice.ts';
import type { OutgoingMessage } from '../messages/parts/parts.ts';
import { download } from './download.ts';
import type { IncomingFile } from './port.ts';

const MB = 1024 * 1024;

/**
 * What is made of the file that somebody attached, or the message that says why it can't be had. Reading takes long, one
 * file after the other: each person has a place in that queue, and it has an end.
 */
export async function withAttached<T>(
  attachment: Attachment,
  person: string,
  context: Context,
  use: (file: IncomingFile) => Promise<T>,
): Promise<T | { readonly problem: OutgoingMessage }> {
  const place = context.readings.take(person);
  if (typeof place === 'string') return { problem: notice(context.texts.intake.reading[place]) };
  try {
    const got = await attached(attachment, context);
    return 'problem' in got ? got : await use(got.file);
  } finally {
    place();
  }
}

async function attached(
  { name, url, size }: Pick<Attachment, 'name' | 'url' | 'size'>,
  { config, waiting, texts }: Context,
): Promise<{ readonly file: IncomingFile } | { readonly problem: OutgoingMessage }> {
  const fetched = await download({ url, size }, config, waiting.signal);
  if ('bytes' in fetched) return { file: { name, bytes: fetched.bytes } };
  const { too_large, failed } = texts.intake.attachment;
  const why = fetched.problem === 'failed' ? failed : too_large(OWN_LIMITS.attachment / MB);
  return { problem: notice(aboutFile(name, why)) };
}
