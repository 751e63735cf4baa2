import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { createLibrary } from '../../../src/answers/library.ts';
import { buildIndex } from '../../../src/indexing/build.ts';
import { loadIndex } from '../../../src/indexing/load.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { createRetriever } from '../../../src/retrieval/retriever.ts';
import { copyOfSeeds, temporaryFolder } from '../folders.ts';
import { randomNumbers } from '../random-numbers.ts';
import { wordEncoder } from '../word-encoder.ts';

const BUILDER = path.join(packageRoot(), 'dist/tests/support/kills/index-builder.js');
const QUESTION = 'Hoeveel luchtschepen zijn er besteld voor de kust?';

export interface Kills {
  /** Kills that came before the new index was there, and after. */
  readonly before: number;
  readonly after: number;
}

/**
 * Kills a process that updates an index, at any moment of it, again and again; after each kill the letters must answer as
 * they were before the update or as they are after it, and the last update must end as if there had been no kill.
 */
export async function surviveKills(kills: number): Promise<Kills> {
  const encoder = wordEncoder();
  const [lettersDir, indexDir] = [await copyOfSeeds(), await temporaryFolder()];
  const write = (number: number) =>
    writeFile(
      path.join(lettersDir, 'luchtschepen.txt'),
      `Den Haag, 3 mei 2024\n\nEr zijn ${number} luchtschepen besteld voor de kust.\n`,
    );
  /** The number in what is quoted. */
  const answered = async (): Promise<number> => {
    const { corpus, data, manifest } = await loadIndex(indexDir, encoder);
    const retriever = createRetriever({ corpus, data, encoder, threshold: 0 });
    const library = await createLibrary({ corpus, retriever, about: { ...manifest, model: manifest.model.name } });
    const { quotes } = await library.ask(QUESTION);
    return Number(quotes.map(({ text }) => /Er zijn (\d+) luchtschepen/.exec(text)?.[1]).find(Boolean));
  };

  await write(1000);
  const whole = await timeOf(() => updateIn(lettersDir, indexDir));
  const random = randomNumbers(20_211_104);
  let shown = await answered();
  expect(shown).toBe(1000);
  let after = 0;
  for (let kill = 1; kill <= kills; kill++) {
    await write(1000 + kill);
    await updateIn(lettersDir, indexDir, (whole * random(1000)) / 1000);
    const now = await answered();
    expect([shown, 1000 + kill], `kill ${kill}`).toContain(now);
    if (now !== shown) after++;
    shown = now;
  }
  // The last kill may have left an index of the letters there are, and drafts beside it: the next update takes those away.
  await write(1001 + kills);
  await updateIn(lettersDir, indexDir);
  expect(await answered()).toBe(1001 + kills);
  const fresh = await temporaryFolder();
  const { version } = await buildIndex({ lettersDir, indexDir: fresh, encoder });
  expect((await loadIndex(indexDir, encoder)).manifest.version).toBe(version);
  expect((await readdir(indexDir)).filter((name) => /tmp|lock/.test(name))).toEqual([]);
  return { before: kills - after, after };
}

/** Updates an index in another process, which is killed so many ms after it began, where that is given. */
async function updateIn(lettersDir: string, indexDir: string, killAfter?: number): Promise<void> {
  const builder = fork(BUILDER, [lettersDir, indexDir], { stdio: 'ignore' });
  const exited = once(builder, 'exit');
  await once(builder, 'message');
  if (killAfter !== undefined) {
    await sleep(killAfter);
    builder.kill('SIGKILL');
  }
  const [code] = await exited;
  if (killAfter === undefined) expect(code).toBe(0);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
