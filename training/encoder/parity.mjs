// Compares what the program's encoder gives with what parity.py expects: the same tokens, nearly the same vectors.
// Also how fast it is: `taskset -c 0,1 node training/encoder/parity.mjs` on a quiet machine.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locateModel, readProfile } from '../../dist/src/encoder/location.js';
import { loadModel } from '../../dist/src/encoder/model-files.js';
import { PartTokenizer } from '../../dist/src/encoder/tokenize.js';
import { loadEncoder } from '../../dist/src/encoder/transformers.js';

const here = dirname(fileURLToPath(import.meta.url));
const cases = JSON.parse(await readFile(process.argv[2] ?? resolve(here, '../work/parity.json'), 'utf8'));
const began = performance.now();
const encoder = await loadEncoder();
const loadedMs = Math.round(performance.now() - began);
const location = locateModel();
const tokenizer = new PartTokenizer((await loadModel(location, '')).tokenizer, await readProfile(location));

const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const cosine = (a, b) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
const found = { pooled: [], tokens: [] };
let otherTokens = 0;
for (const { text, ids, pooled, tokens } of cases) {
  const own = tokenizer.tokens([text], 'passage');
  if (own.ids.join() !== ids.join()) {
    otherTokens += 1;
    console.log('tokens differ:', JSON.stringify(text).slice(0, 80), own.ids.slice(0, 12), ids.slice(0, 12));
    continue;
  }
  const [{ vector, tokens: parts }] = await encoder.encode([[text]], 'passage');
  found.pooled.push(cosine(vector, pooled));
  const size = encoder.tokenDimension;
  const [{ start }] = own.ranges;
  for (let i = 0; i < parts[0].count; i += 1) {
    const expected = tokens.slice((start + i) * size, (start + i + 1) * size);
    found.tokens.push(cosine(parts[0].vectors.subarray(i * size, (i + 1) * size), expected));
  }
}
const figures = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return { mean: +(sorted.reduce((a, b) => a + b, 0) / sorted.length).toFixed(4), p01: +sorted[Math.floor(sorted.length / 100)].toFixed(4) };
};
const times = [];
for (let i = 0; i < 60; i += 1) {
  const start = performance.now();
  await encoder.encode([['Waarom moet er volgens de minister meer geld naar het leger?']], 'query');
  if (i >= 10) times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const start = performance.now();
const long = cases.filter(({ ids }) => ids.length > 60);
for (const { text } of long) await encoder.encode([[text]], 'passage');
console.log(JSON.stringify({
  texts: cases.length, otherTokens, int8: { pooled: figures(found.pooled), tokens: figures(found.tokens) }, loadedMs,
  questionMs: { median: +times[25].toFixed(1), p95: +times[47].toFixed(1) },
  passagesPerSecond: +((1000 * long.length) / (performance.now() - start)).toFixed(1),
  memoryMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
}));
process.exitCode = otherTokens === 0 ? 0 : 1;
