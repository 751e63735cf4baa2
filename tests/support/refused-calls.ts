import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { openDataFolder } from '../../src/discord/stores/data-folder.ts';
import { type Feedback, openFeedback } from '../../src/discord/stores/feedback.ts';
import { openSettings } from '../../src/discord/stores/settings.ts';
import { buildIndex } from '../../src/indexing/build.ts';
import { loadIndex } from '../../src/indexing/load.ts';
import { listSources, readSources } from '../../src/intake/sources.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { Problem } from '../../src/problem.ts';
import { type Outcome, type Refusal, withRefusedCall } from './failing-files.ts';
import { SHORT_LETTER, shortLetters, temporaryFolder } from './folders.ts';
import { recordingLog } from './recording-log.ts';
import { wordEncoder } from './word-encoder.ts';

/** Which refusals are tried at the n-th call. */
export type Choose = (nth: number) => readonly Refusal[];

/** Tries every call of some work in turn; resolves to how many were refused. */
async function atEveryCall(choose: Choose, attempt: (nth: number, refusal: Refusal) => Promise<Outcome<unknown>>) {
  let tried = 0;
  for (let nth = 0; ; nth++) {
    for (const refusal of choose(nth)) {
      const { calls } = await attempt(nth, refusal);
      if (calls.length <= nth) return tried;
      tried++;
    }
  }
}

/** A call that removes or looks for what a failure left can't be refused without leaving it. */
const isTidying = (call: string | undefined): boolean => call === 'rm' || call === 'readdir';

/** An update of an index: the one there was answers, and nothing is left of one that failed. */
export async function refuseIndexing(choose: Choose): Promise<number> {
  const encoder = wordEncoder();
  const lettersDir = await shortLetters();
  const [builtDir, updatedDir] = [await temporaryFolder(), await temporaryFolder()];
  const before = await buildIndex({ lettersDir, indexDir: builtDir, encoder });
  await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
  await cp(builtDir, updatedDir, { recursive: true });
  const after = await buildIndex({ lettersDir, indexDir: updatedDir, encoder });
  // Once more without a change: what stays is the newest generation alone.
  await buildIndex({ lettersDir, indexDir: updatedDir, encoder });
  return atEveryCall(choose, async (nth, refusal) => {
    const indexDir = await temporaryFolder();
    await cp(builtDir, indexDir, { recursive: true });
    const outcome = await withRefusedCall(indexDir, nth, refusal, () => buildIndex({ lettersDir, indexDir, encoder }));
    const what = `${refusal} at call ${nth}, ${outcome.calls[nth]}`;
    const { manifest } = await loadIndex(indexDir, encoder);
    if ('value' in outcome.result) expect(manifest.version, what).toBe(after.version);
    else {
      expect(outcome.result.error, what).toBeInstanceOf(Problem);
      const isUndone = manifest.version === before.version && !isTidying(outcome.calls[nth]);
      // What could not be tidied up goes with the next update.
      if (!isUndone) for (let again = 0; again < 2; again++) await buildIndex({ lettersDir, indexDir, encoder });
      // What was encoded before a refusal is kept for the next update.
      const left = (await readdir(indexDir)).filter((name) => !name.endsWith('.journal'));
      expect(left, what).toEqual(await readdir(isUndone ? builtDir : updatedDir));
    }
    await rm(indexDir, { recursive: true });
    return outcome;
  });
}

/** Taking letters in: each is there whole with its sidecar, or not at all and named. */
export async function refuseTakingIn(choose: Choose): Promise<number> {
  const from = await temporaryFolder();
  for (const [number, subject] of ['munitie', 'tanks'].entries())
    await writeFile(path.join(from, `${subject}.txt`), `${`De ${subject} ${number}. `.repeat(40).trim()}\n`);
  return atEveryCall(choose, async (nth, refusal) => {
    const lettersDir = await temporaryFolder();
    const options = { lettersDir, replace: false, dryRun: false };
    const outcome = await withRefusedCall(lettersDir, nth, refusal, async () => {
      const outcomes = [];
      for await (const one of takeIn(readSources(await listSources([from]), nothing()), options)) outcomes.push(one);
      return outcomes;
    });
    const what = `${refusal} at call ${nth}, ${outcome.calls[nth]}`;
    const there = await readdir(lettersDir);
    const letters = there.filter((file) => file.endsWith('.txt'));
    if ('error' in outcome.result) expect(outcome.result.error, what).toBeInstanceOf(Problem);
    else {
      const told = outcome.result.value.map(({ status }) => status);
      expect(told.filter((status) => status === 'failed').length, what).toBe(2 - letters.length);
      expect(told.filter((status) => status === 'added').length, what).toBe(letters.length);
    }
    const whole = letters.flatMap((file) => [file, file.replace('.txt', '.meta.json')]);
    if (!isTidying(outcome.calls[nth])) expect(there.sort(), what).toEqual(whole.sort());
    for (const file of letters) {
      const [written, given] = [path.join(lettersDir, file), path.join(from, file)];
      expect(await readFile(written, 'utf8'), what).toBe(await readFile(given, 'utf8'));
    }
    await rm(lettersDir, { recursive: true });
    return outcome;
  });
}

const VERDICT: Feedback = { at: '2024-05-03T00:00:00.000Z', verdict: 'right', quotes: [], index: 'x' };

/** Choosing a language: what is kept in memory is what stands on disk, old or new. */
export async function refuseSettings(choose: Choose): Promise<number> {
  return atEveryCall(choose, async (nth, refusal) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    const settings = await openSettings(file, recordingLog());
    await settings.choose('1', { language: 'nl' });
    const outcome = await withRefusedCall(folder, nth, refusal, () => settings.choose('1', { language: 'en' }));
    const what = `${refusal} at call ${nth}, ${outcome.calls[nth]}`;
    const again = await openSettings(file, recordingLog());
    expect(settings.at('1').language, what).toBe('error' in outcome.result ? 'nl' : 'en');
    expect(again.at('1').language, what).toBe(settings.at('1').language);
    expect(await readdir(folder), what).toEqual(['settings.json']);
    await settings.choose('1', { language: 'reader' });
    return outcome;
  });
}

/** A verdict: the ones before and after it stand on disk, and it too unless its writer was told otherwise. */
export async function refuseFeedback(choose: Choose): Promise<number> {
  return atEveryCall(choose, async (nth, refusal) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'feedback.jsonl');
    const feedback = openFeedback(file);
    await feedback.add(VERDICT);
    const outcome = await withRefusedCall(folder, nth, refusal, () => feedback.add(VERDICT));
    await feedback.add({ ...VERDICT, verdict: 'wrong' });
    const kept = (await feedback.read()).feedback.map(({ verdict }) => verdict);
    const what = `${refusal} at call ${nth}, ${outcome.calls[nth]}`;
    if ('value' in outcome.result) expect(kept, what).toEqual(['right', 'right', 'wrong']);
    else expect([kept[0], kept.at(-1)], what).toEqual(['right', 'wrong']);
    return outcome;
  });
}

/** Opening the data folder: a sentence, and no file to try it with left. */
export async function refuseDataFolder(choose: Choose): Promise<number> {
  return atEveryCall(choose, async (nth, refusal) => {
    const folder = await temporaryFolder();
    const outcome = await withRefusedCall(folder, nth, refusal, () => openDataFolder(path.join(folder, 'data')));
    const what = `${refusal} at call ${nth}, ${outcome.calls[nth]}`;
    if ('error' in outcome.result) expect(outcome.result.error, what).toBeInstanceOf(Problem);
    if (outcome.calls[nth] !== 'rm') expect(await readdir(path.join(folder, 'data')).catch(() => []), what).toEqual([]);
    return outcome;
  });
}

async function* nothing(): AsyncGenerator<string> {}
