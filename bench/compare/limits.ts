import { open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import { packageRoot } from '../../src/package-root.ts';
import { multiplyAddsPerSecond } from './multiply-adds.ts';

/** What this machine can do at most, and what a text takes of it: nothing that is measured can be faster. */
export interface Limits {
  /** Bytes a second that a loop copies, those read and those written together. */
  readonly memory: number;
  /** Multiply-adds of eight-bit numbers a second that onnxruntime reaches on one core with matrices as the encoder's. */
  readonly multiplyAdds: number;
  /** Bytes a second that are written and have reached the disk. */
  readonly disk: number;
  /** Multiply-adds of the encoder for a token: one for each of its weights but the table of tokens. */
  readonly perToken: number;
  /** Tokens of the texts that were given, together. */
  readonly tokens: number;
}

const MODEL = path.join(packageRoot(), 'models/briefwijzer-encoder');
const COPIED = 256 * 2 ** 20;
const TIMES = 5;

/** @param texts those whose tokens are counted @param folder on the disk that is measured */
export async function measureLimits(texts: readonly string[], folder: string): Promise<Limits> {
  const encoder = await loadEncoder();
  try {
    const encoded = await encoder.encode(
      texts.map((text) => [text]),
      'query',
    );
    const tokens = encoded.reduce((sum, each) => sum + (each.tokens?.[0]?.count ?? 0), 0);
    return {
      memory: memoryBandwidth(),
      multiplyAdds: await multiplyAddsPerSecond(),
      disk: await diskRate(folder),
      perToken: await weightsPerToken(),
      tokens,
    };
  } finally {
    await encoder.close();
  }
}

/** The best of some copies of a block that no cache holds. */
function memoryBandwidth(): number {
  const from = new Float64Array(COPIED / 8).fill(1);
  const to = new Float64Array(COPIED / 8);
  const rates = Array.from({ length: TIMES }, () => {
    const begun = performance.now();
    to.set(from);
    return (2 * COPIED) / ((performance.now() - begun) / 1000);
  });
  return Math.max(...rates);
}

async function diskRate(folder: string): Promise<number> {
  const file = path.join(folder, 'disk-rate');
  const block = Buffer.alloc(COPIED, 1);
  const rates: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const handle = await open(file, 'w');
    const begun = performance.now();
    await handle.write(block);
    await handle.sync();
    rates.push(COPIED / ((performance.now() - begun) / 1000));
    await handle.close();
  }
  await rm(file);
  return Math.max(...rates);
}

/** A weight takes a byte of the model's file; those of the table of tokens are looked up, not multiplied. */
async function weightsPerToken(): Promise<number> {
  const config = z.object({ hidden_size: z.int(), vocab_size: z.int() });
  const { hidden_size, vocab_size } = config.parse(JSON.parse(await readFile(path.join(MODEL, 'config.json'), 'utf8')));
  const { size } = await stat(path.join(MODEL, 'onnx/model_quantized.onnx'));
  return size - hidden_size * vocab_size;
}
