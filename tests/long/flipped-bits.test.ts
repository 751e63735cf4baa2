import { stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build.ts';
import { loadIndex } from '../../src/indexing/load.ts';
import { readManifest } from '../../src/indexing/manifest.ts';
import { flipBits, OF_MANIFEST } from '../support/flipped-bits.ts';
import { indexFiles, SEEDS, temporaryFolder } from '../support/folders.ts';
import { randomNumbers } from '../support/random-numbers.ts';
import { wordEncoder } from '../support/word-encoder.ts';

/** Of all files but the manifest together. */
const RANDOM_BITS = 500;

test(`Every single bit of the manifest, and ${RANDOM_BITS} of the other files, is noticed and named when it flips`, async ({
  annotate,
}) => {
  const [indexDir, encoder] = [await temporaryFolder(), wordEncoder()];
  await buildIndex({ lettersDir: SEEDS, indexDir, encoder });
  const sizeOf = async (name: string): Promise<number> => (await stat(path.join(indexDir, name))).size * 8;

  const manifest = path.join(indexDir, 'manifest.json');
  const everyBit = Array.from({ length: await sizeOf('manifest.json') }, (_, bit) => bit);
  const reading = { attempt: () => readManifest(indexDir), named: OF_MANIFEST };
  expect(await flipBits(manifest, everyBit, reading)).toEqual([]);

  const others = await indexFiles(indexDir);
  const sizes = await Promise.all(others.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const random = randomNumbers(1917);
  const drawn = Array.from({ length: RANDOM_BITS }, () => random(total));
  let from = 0;
  for (const [i, name] of others.entries()) {
    const end = from + (sizes[i] ?? 0);
    // Each file has its share, and the smallest one bit at least.
    const bits = [random(sizes[i] ?? 0), ...drawn.flatMap((bit) => (bit >= from && bit < end ? bit - from : []))];
    const loading = { attempt: () => loadIndex(indexDir, encoder), named: new RegExp(`${name} is damaged`) };
    expect(await flipBits(path.join(indexDir, name), bits, loading)).toEqual([]);
    from = end;
  }
  await loadIndex(indexDir, encoder);
  await annotate(`${everyBit.length} bits of the manifest; ${total} bits in the others`);
});
