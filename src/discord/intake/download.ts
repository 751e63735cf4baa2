import type { Attachment } from 'discord.js';
import { bytesWithin } from '../../bytes-within.ts';
import type { Config } from '../../config/config.ts';
import { OWN_LIMITS } from '../limits.ts';

/** Where Discord keeps what people attach. */
const CDN: ReadonlySet<string> = new Set(['https://cdn.discordapp.com', 'https://media.discordapp.net']);
const DISCORD = 'https://discord.com';

export type Download =
  | { readonly bytes: Uint8Array }
  /** `too_large`: more than is taken; `failed`: Discord did not hand it over, or it lies elsewhere. */
  | { readonly problem: 'too_large' | 'failed' };

/** Fetches an attachment from Discord, and from nowhere else; never more of it than is taken. Never rejects. */
export async function download(
  { url, size }: Pick<Attachment, 'url' | 'size'>,
  { DISCORD_API: api }: Pick<Config, 'DISCORD_API'>,
  signal: AbortSignal,
): Promise<Download> {
  if (size > OWN_LIMITS.attachment) return { problem: 'too_large' };
  if (!isDiscords(url, api)) return { problem: 'failed' };
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(OWN_LIMITS.download)]);
  try {
    const response = await fetch(url, { redirect: 'error', signal: inTime });
    if (!response.ok || !response.body) return { problem: 'failed' };
    const bytes = await bytesWithin(response.body, OWN_LIMITS.attachment);
    return bytes === null ? { problem: 'too_large' } : { bytes };
  } catch {
    return { problem: 'failed' };
  }
}

/** A local Discord serves attachments itself. */
function isDiscords(url: string, api: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin } = new URL(url);
  const own = new URL(api).origin;
  return CDN.has(origin) || (own !== DISCORD && origin === own);
}
