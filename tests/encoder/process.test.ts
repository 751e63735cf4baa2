import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ModelProblem } from '../../src/encoder/errors.ts';
import { encoderProcess } from '../../src/encoder/process.ts';
import type { Encoder } from '../../src/encoder/types.ts';
import { packageRoot } from '../../src/package-root.ts';

const entry = path.join(packageRoot(), 'dist/src/encoder/child.js');

let encoder: Encoder | undefined;
afterEach(() => encoder?.close());

/** The process ids of this process's children. */
function children(): number[] {
  try {
    return execFileSync('pgrep', ['-f', '-P', String(process.pid), 'encoder/child.js'], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
}

test('Vectors come from another process and are the same', async () => {
  encoder = await encoderProcess({ entry });
  const [vector] = await encoder.encode(['defensie-uitgaven'], 'query');
  const [tokens] = await encoder.encodeTokens!(['defensie-uitgaven'], 'query');
  expect(Math.hypot(...vector!)).toBeCloseTo(1, 4);
  expect(tokens!.vectors).toHaveLength(tokens!.count * encoder.dimension);
  expect(children()).toHaveLength(1);
});

test('When the process is killed, questions under way are asked again of a new one', async () => {
  const reasons: string[] = [];
  encoder = await encoderProcess({ entry, onRestart: (why) => reasons.push(why) });
  const [before] = children();
  const under = Array.from({ length: 200 }, (_, i) => encoder!.encode([`vraag ${i} over Afghanistan`], 'query'));
  process.kill(before!, 'SIGKILL');
  const vectors = await Promise.all(under);
  expect(vectors.every(([vector]) => Math.abs(Math.hypot(...vector!) - 1) < 1e-3)).toBe(true);
  expect(children()).not.toContain(before);
  expect(reasons).toEqual(['SIGKILL']);
});

test('A process that dies while idle is started anew by the next question', async () => {
  encoder = await encoderProcess({ entry });
  process.kill(children()[0]!, 'SIGKILL');
  await expect.poll(() => children()).toEqual([]);
  const [vector] = await encoder.encode(['Kosovo'], 'query');
  expect(Math.hypot(...vector!)).toBeCloseTo(1, 4);
});

test('Closing ends the process and refuses further questions', async () => {
  const closing = await encoderProcess({ entry });
  await closing.close();
  expect(children()).toEqual([]);
  await expect(closing.encode(['nog een vraag'], 'query')).rejects.toThrow('closed');
});

test('A model that can not be loaded is one clear sentence', async () => {
  await expect(encoderProcess({ entry, model: 'nowhere' })).rejects.toThrow(ModelProblem);
});
