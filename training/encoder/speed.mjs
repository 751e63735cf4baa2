// How fast transformers.js runs the bundled encoder: `taskset -c 0 node training/encoder/speed.mjs FILE`, FILE one text a line.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { env, pipeline } from '@xenova/transformers';

const here = dirname(fileURLToPath(import.meta.url));
env.allowRemoteModels = false;
env.localModelPath = resolve(here, '../../models');
const question = 'Waarom moet er volgens de minister meer geld naar het leger?';
const lines = process.argv[2] ? (await readFile(process.argv[2], 'utf8')).split('\n').filter(Boolean) : [];
const texts = lines.length > 0 ? lines : Array.from({ length: 1000 }, (_, i) => `${question} ${'De ministers spraken over lastenverdeling en inzet. '.repeat(10)}${i}`);

// The library's own mean pooling is several times slower than this.
function mean({ data, dims: [, tokens, size] }) {
  const sum = new Float32Array(size);
  for (let at = 0; at < tokens * size; at += size) for (let i = 0; i < size; i += 1) sum[i] += data[at + i];
  const norm = Math.hypot(...sum) || 1;
  return sum.map((x) => x / norm);
}

const before = performance.now();
const encode = await pipeline('feature-extraction', 'briefwijzer-encoder', { quantized: true });
const loadedMs = performance.now() - before;
const times = [];
for (let i = 0; i < 550; i += 1) {
  const start = performance.now();
  await encode(question, { pooling: 'none' });
  if (i >= 50) times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const start = performance.now();
for (const text of texts) mean(await encode(text, { pooling: 'none' }));
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({
  loadedMs: Math.round(loadedMs),
  questionMs: { median: +times[250].toFixed(2), p95: +times[475].toFixed(2) },
  passagesPerSecond: Math.round(texts.length / seconds),
  memoryMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
}));
