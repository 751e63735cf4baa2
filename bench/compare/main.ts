/**
 * Measures Briefwijzer beside what others use: `npm run bench [-- --quick]`. Systems run in processes of their own and
 * take part in every round, so that what else the machine does touches all of them; what counts are ratios.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { Problem } from '../../src/problem.ts';
import { installPeers } from '../peers/modules.ts';
import { readOptions } from './options.ts';
import { measureBot, measureJob, measureQuestion } from './parts.ts';
import { publish } from './publish.ts';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  installPeers();
  const folder = await mkdtemp(path.join(tmpdir(), 'briefwijzer-bench-'));
  try {
    for (const part of options.parts) {
      const measure = { job: measureJob, question: measureQuestion, bot: measureBot }[part];
      const before = loadavg()[0] ?? 0;
      await publish(await measure(options, folder), { write: options.write, busy: [before, loadavg()[0] ?? 0] });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
