// Compares transformers.js with what parity.py expects: the same tokens, the same pooled vectors.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { env, pipeline } from '@xenova/transformers';

const here = dirname(fileURLToPath(import.meta.url));
const file = process.argv[2] ?? resolve(here, '../work/parity.json');
env.allowRemoteModels = false;
env.localModelPath = resolve(here, process.argv[3] ?? '../../models');
const cases = JSON.parse(await readFile(file, 'utf8'));
const began = performance.now();
const encode = await pipeline('feature-extraction', 'briefwijzer-encoder', { quantized: true });
const loaded = performance.now() - began;

const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const worst = {};
let otherTokens = 0;
let ties = 0;
for (const { text, ids, ...expected } of cases) {
  const given = encode.tokenizer.encode(text, null, { add_special_tokens: false });
  if (given.length !== ids.length || given.some((id, i) => id !== ids[i])) {
    // two splits of the same pieces in another order score the same: either is right
    if (JSON.stringify([...given].sort()) === JSON.stringify([...ids].sort())) ties += 1;
    else otherTokens += 1;
    console.log('tokens differ:', JSON.stringify(text).slice(0, 80), given.slice(0, 12), ids.slice(0, 12));
    continue;
  }
  if (ids.length === 0) continue;
  const vector = (await encode(text, { pooling: 'mean', normalize: true })).data;
  for (const [name, wanted] of Object.entries(expected)) {
    worst[name] = Math.min(worst[name] ?? 1, dot(Array.from(vector), wanted));
  }
}
console.log(JSON.stringify({ texts: cases.length, otherTokens, ties, lowestCosine: worst, loadedMs: Math.round(loaded) }));
process.exitCode = otherTokens === 0 && Object.values(worst).every((c) => c >= 0.99) ? 0 : 1;
