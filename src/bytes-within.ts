/**
 * All bytes of a stream; null when there are more than `most`, of which no more are read.
 * @throws what the stream breaks off with
 */
export async function bytesWithin(stream: AsyncIterable<string | Uint8Array>, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels what is still to come.
  for await (const read of stream) {
    const chunk = typeof read === 'string' ? Buffer.from(read) : read;
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
