import { bytesWithin } from '../../bytes-within.ts';
import { RequestProblem } from './problems.ts';

/**
 * An answer's bytes, whole or not at all.
 *
 * @throws {RequestProblem} when there are more than `most`, of which no more are read
 */
export async function readBody(response: Response, address: string, most: number): Promise<Uint8Array> {
  const tooLarge = new RequestProblem(address, 'too_large', `${Math.round(most / 1024 / 1024)} MB`);
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    throw tooLarge;
  }
  const bytes = response.body ? await bytesWithin(response.body, most) : new Uint8Array();
  if (bytes === null) throw tooLarge;
  return bytes;
}
