import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { EncoderProcessProblem, ModelProblem } from '../../src/encoder/errors.ts';
import { encoderProcess } from '../../src/encoder/process.ts';
import type { Encoder, Encoding } from '../../src/encoder/types.ts';
import { packageRoot } from '../../src/package-root.ts';

const bundled = path.join(packageRoot(), 'dist/src/encoder/child.js');
/** An encoder of words: what becomes of a process is the same whatever it encodes with, and this one starts in an instant. */
const entry = path.join(packageRoot(), 'dist/tests/support/word-child.js');

let encoder: Encoder | undefined;
afterEach(() => {
  vi.useRealTimers();
  return encoder?.close();
});

/** From now on time passes only when it is told to. */
const stopTheClock = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

/** The process ids of this process's children. */
function children(): number[] {
  const ours = 'encoder/child.js|support/word-child.js';
  try {
    return execFileSync('pgrep', ['-f', '-P', String(process.pid), ours], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
}

const encodeOne = async (text: string) => (await encoder?.encode([[text]], 'query'))?.[0];
const lengthOf = (encoding: Encoding | undefined) => Math.hypot(...(encoding?.vector ?? []));

test('Vectors come from another process and are the same', async () => {
  encoder = await encoderProcess({ entry: bundled });
  const encoding = await encodeOne('defensie-uitgaven');
  expect(lengthOf(encoding)).toBeCloseTo(1, 4);
  const [tokens] = encoding?.tokens ?? [];
  expect(tokens?.vectors).toHaveLength((tokens?.count ?? 0) * (encoder.tokenDimension ?? 0));
  expect(children()).toHaveLength(1);
});

test.each([
  ['the bundled model', bundled],
  ['words', entry],
])('When the process is killed, questions under way are asked again of a new one: %s', async (_, of) => {
  const reasons: string[] = [];
  encoder = await encoderProcess({ entry: of, onRestart: (why) => reasons.push(why) });
  const [before] = children();
  const under = Array.from({ length: 50 }, (_, i) => encodeOne(`vraag ${i} over Afghanistan`));
  process.kill(before ?? 0, 'SIGKILL');
  const encodings = await Promise.all(under);
  expect(encodings.every((encoding) => Math.abs(lengthOf(encoding) - 1) < 1e-3)).toBe(true);
  expect(children()).not.toContain(before);
  expect(reasons).toEqual(['SIGKILL']);
});

test('A process that dies while idle is started anew, by itself or by the next question', async () => {
  const reasons: string[] = [];
  const idle = await encoderProcess({ entry, onRestart: (why) => reasons.push(why) });
  encoder = idle;
  const [before] = children();
  process.kill(before ?? 0, 'SIGKILL');
  await expect.poll(() => idle.isReady()).toBe(false);
  await expect.poll(() => idle.isReady()).toBe(true);
  const [after] = children();
  expect(after).not.toBe(before);
  process.kill(after ?? 0, 'SIGKILL');
  await expect.poll(() => idle.isReady()).toBe(false);
  expect(lengthOf(await encodeOne('Kosovo'))).toBeCloseTo(1, 4);
  expect(reasons).toEqual(['SIGKILL', 'SIGKILL']);
});

test('Where no process can be started, questions fail at once, and the next finds one when it can', async () => {
  encoder = await encoderProcess({ entry });
  const { execPath } = process;
  try {
    process.execPath = '/nowhere/node';
    process.kill(children()[0] ?? 0, 'SIGKILL');
    await expect(encodeOne('Kosovo')).rejects.toThrow(EncoderProcessProblem);
    await expect(encodeOne('Kosovo')).rejects.toThrow(EncoderProcessProblem);
  } finally {
    process.execPath = execPath;
  }
  expect(lengthOf(await encodeOne('Kosovo'))).toBeCloseTo(1, 4);
});

test('A process that hangs is replaced, and what it was asked is asked again', async () => {
  const reasons: string[] = [];
  encoder = await encoderProcess({ entry, deadline: 3_000, onRestart: (why) => reasons.push(why) });
  const [before] = children();
  process.kill(before ?? 0, 'SIGSTOP');
  stopTheClock();
  const asked = encodeOne('Kosovo');
  // It is on its way by then.
  await setImmediate();
  vi.advanceTimersByTime(2_999);
  expect(children()).toContain(before);
  vi.advanceTimersByTime(1);
  expect(lengthOf(await asked)).toBeCloseTo(1, 4);
  expect(reasons).toEqual(['SIGKILL']);
  expect(children()).not.toContain(before);
});

test('A process that is asked nothing stays as long as it takes', async () => {
  stopTheClock();
  encoder = await encoderProcess({ entry, deadline: 3_000 });
  const [before] = children();
  vi.advanceTimersByTime(10_000);
  expect(lengthOf(await encodeOne('Kosovo'))).toBeCloseTo(1, 4);
  expect(children()).toEqual([before]);
});

test('A question that nobody waits for any more does not outlive that, and its process is replaced', async () => {
  encoder = await encoderProcess({ entry, deadline: 3_000 });
  const [before] = children();
  process.kill(before ?? 0, 'SIGSTOP');
  stopTheClock();
  const leaving = new AbortController();
  const left = encoder.encode([['Afghanistan']], 'query', leaving.signal);
  // It is on its way by then.
  await setImmediate();
  leaving.abort(new Error('nobody waits'));
  await expect(left).rejects.toThrow('nobody waits');
  vi.advanceTimersByTime(3_000);
  await expect.poll(() => children()).not.toContain(before);
  expect(lengthOf(await encodeOne('Kosovo'))).toBeCloseTo(1, 4);
});

test('Closing ends a process that hangs', async () => {
  const closing = await encoderProcess({ entry });
  process.kill(children()[0] ?? 0, 'SIGSTOP');
  stopTheClock();
  const closed = closing.close();
  vi.advanceTimersByTime(2_000);
  await closed;
  expect(children()).toEqual([]);
});

test('Closing ends the process and refuses further questions', async () => {
  const closing = await encoderProcess({ entry });
  await closing.close();
  expect(children()).toEqual([]);
  await expect(closing.encode([['nog een vraag']], 'query')).rejects.toThrow('closed');
});

test('A model that can not be loaded is one clear sentence', async () => {
  await expect(encoderProcess({ entry: bundled, model: 'nowhere' })).rejects.toThrow(ModelProblem);
});
