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
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels what is still to come.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
