import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, inject, test } from 'vitest';
import { CLI, SEEDS } from '../support/folders.ts';
import { residentMb } from '../support/storm/memory.ts';

const QUESTIONS = 1_000;
/** Growth between the 200th and the last answer that is no leak: the collector takes its time. */
const ALLOWED_MB = 60;

const WORDS = ['Afghanistan', 'cyber', 'lastenverdeling', 'Oekraïne', 'klimaat', 'Kosovo', 'F-35', 'weerbaarheid'];

test.runIf(process.platform === 'linux')(`One process answers ${QUESTIONS} questions without growing`, async () => {
  const args = ['ask', '--batch', '--json', '--letters', SEEDS, '--index', inject('indexDir')];
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const sizes: number[] = [];
  let answers = 0;
  for (let i = 0; i < QUESTIONS; i++) {
    const question = `Wat staat er over ${WORDS[i % WORDS.length]} en ${WORDS[(i * 3 + 1) % WORDS.length]} ${i}?`;
    child.stdin.write(`${JSON.stringify({ id: i, question })}\n`);
  }
  child.stdin.end();
  for await (const line of createInterface({ input: child.stdout })) {
    expect(JSON.parse(line).id).toBe(answers);
    answers++;
    if (answers % 100 === 0) sizes.push(await residentMb(child.pid!));
  }
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  expect(answers).toBe(QUESTIONS);
  expect(sizes.at(-2)! - sizes[1]!, `resident MB: ${sizes.map(Math.round)}`).toBeLessThan(ALLOWED_MB);
});
