import { errorCode } from '../error-code.ts';
import { LocalDiscord, type Options } from '../local-discord/index.ts';

/** How many ports after the one asked for are tried before any free one is taken. */
const NEXT = 10;

/** A local Discord that serves a page, at a port of 127.0.0.1 or, when that is in use, at one near it. */
export async function listenNear(port: number, otherwise: NonNullable<Options['otherwise']>): Promise<LocalDiscord> {
  for (let wanted = port; wanted <= Math.min(port + NEXT, 65_535); wanted++) {
    try {
      return await LocalDiscord.start({ port: wanted, otherwise });
    } catch (error) {
      if (!isInUse(error)) throw error;
    }
  }
  return LocalDiscord.start({ otherwise });
}

function isInUse(error: unknown): boolean {
  return ['EADDRINUSE', 'EACCES'].includes(String(errorCode(error)));
}
