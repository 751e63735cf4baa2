import { EventEmitter, once } from 'node:events';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build.ts';
import { embeddedHash, encodeInBatches } from '../../src/indexing/embed.ts';
import { Encodings } from '../../src/indexing/encodings/encodings.ts';
import { IndexFolderProblem } from '../../src/indexing/errors.ts';
import { assertCurrent } from '../../src/indexing/freshness.ts';
import { readInput } from '../../src/indexing/input.ts';
import { loadIndex } from '../../src/indexing/load.ts';
import { publish } from '../../src/indexing/publish.ts';
import { corpusPassages } from '../../src/indexing/stored.ts';
import { whileLocked } from '../../src/lock/lock.ts';
import { Problem } from '../../src/problem.ts';
import { buildLexicon, passageParts } from '../../src/retrieval/retrieval-data.ts';
import { contents, copyOfSeeds, SEEDS, SHORT_LETTER, shortLetters, temporaryFolder } from '../support/folders.ts';
import { retrieved } from '../support/retrieved.ts';
import { reachableWithoutRoot, withoutRoot } from '../support/without-root.ts';
import { wordEncoder } from '../support/word-encoder.ts';

const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe]);

let indexDir: string;
beforeEach(async () => {
  indexDir = await temporaryFolder();
});

/** The files of an index, without the time at which it was built and the manifest's checksum over it. */
async function bytes(folder: string) {
  const files = await contents(folder);
  return { ...files, 'manifest.json': files['manifest.json']?.replace(/"(builtAt|checksum)": "[^"]+",?\n/g, '') };
}

/** The journal of what was encoded by a run that failed. */
async function journalIn(folder: string): Promise<string> {
  return (await readdir(folder)).find((name) => name.endsWith('.journal')) ?? 'none';
}

describe('A build', () => {
  test('of the same letters gives the same bytes', async () => {
    const again = await temporaryFolder();
    await buildIndex({ lettersDir: SEEDS, indexDir, encoder: wordEncoder() });
    await buildIndex({ lettersDir: SEEDS, indexDir: again, encoder: wordEncoder() });
    expect(await bytes(again)).toEqual(await bytes(indexDir));
  });

  test('of changed letters finds what a fresh build does and embeds only what changed', async () => {
    const lettersDir = await copyOfSeeds();
    const first = await buildIndex({ lettersDir, indexDir, encoder: wordEncoder() });

    const [removed = '', edited = ''] = (await readdir(lettersDir)).sort();
    await rm(path.join(lettersDir, removed));
    const text = await readFile(path.join(lettersDir, edited), 'utf8');
    await writeFile(path.join(lettersDir, edited), text.replace('Middellandse Zee', 'Noordzee'));
    await writeFile(path.join(lettersDir, 'munitie.txt'), SHORT_LETTER);

    const encoder = wordEncoder();
    const update = await buildIndex({ lettersDir, indexDir, encoder });
    expect(update.changed).toBe(true);
    expect(update.embedded).toBe(encoder.encoded.length);
    expect(update.embedded).toBeGreaterThan(0);
    expect(update.embedded).toBeLessThan(first.passages / 3);
    expect(update.removed).toBeGreaterThan(0);

    const freshDir = await temporaryFolder();
    const fresh = await buildIndex({ lettersDir, indexDir: freshDir, encoder: wordEncoder() });
    expect(update.version).toBe(fresh.version);
    expect(await retrieved(indexDir)).toEqual(await retrieved(freshDir));
  });

  test('of unchanged letters embeds nothing and leaves the manifest as it is', async () => {
    const lettersDir = await shortLetters();
    await buildIndex({ lettersDir, indexDir, encoder: wordEncoder(), now: () => new Date(0) });
    const encoder = wordEncoder();
    const report = await buildIndex({ lettersDir, indexDir, encoder });
    expect(report).toMatchObject({ changed: false, embedded: 0, removed: 0 });
    expect(encoder.encoded).toEqual([]);
    expect((await contents(indexDir))['manifest.json']).toContain('1970-01-01');
  });

  test('reports progress up to the last passage', async () => {
    const steps: [number, number][] = [];
    const report = await buildIndex({
      lettersDir: SEEDS,
      indexDir,
      encoder: wordEncoder(),
      onProgress: (done, total) => steps.push([done, total]),
    });
    expect(steps[0]).toEqual([0, report.passages]);
    expect(steps.at(-1)).toEqual([report.passages, report.passages]);
  });

  test('keeps the files of the generation before and removes older ones', async () => {
    const lettersDir = await shortLetters();
    const generations: string[][] = [];
    for (const subject of ['munitie', 'tanks', 'fregatten']) {
      await writeFile(path.join(lettersDir, `${subject}.txt`), SHORT_LETTER.replaceAll('unitie', subject));
      await buildIndex({ lettersDir, indexDir, encoder: wordEncoder() });
      generations.push((await readdir(indexDir)).filter((name) => name.startsWith('passages-')));
    }
    expect(generations.map((files) => files.length)).toEqual([1, 2, 2]);
    expect(generations[2]).not.toContain(generations[0]![0]);
  });

  test("takes in the user's own thesaurus", async () => {
    const lettersDir = await shortLetters();
    const plain = await buildIndex({ lettersDir, indexDir, encoder: wordEncoder() });
    await writeFile(path.join(lettersDir, 'thesaurus.tsv'), 'schatkist\tbegroting\tpotje\tbudget\t\n');
    const own = await buildIndex({ lettersDir, indexDir, encoder: wordEncoder() });
    expect(own.version).not.toBe(plain.version);
    await writeFile(path.join(lettersDir, 'thesaurus.tsv'), 'schatkist\n');
    const broken = buildIndex({ lettersDir, indexDir, encoder: wordEncoder() });
    await expect(broken).rejects.toThrow(/thesaurus\.tsv can't be read: .*line 1/);
  });

  test('takes in a letter that came while another was waited for', async () => {
    const lettersDir = await shortLetters();
    const comes = async () => {
      await once(waiting, 'waits');
      await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
    };
    const refuse = (why: string) => new Problem(why);
    const other = whileLocked(path.join(indexDir, 'building.lock'), comes, { refuse });
    const waiting = new EventEmitter();
    const build = buildIndex({ lettersDir, indexDir, encoder: wordEncoder(), onWait: () => waiting.emit('waits') });
    await other;
    expect((await build).letters).toBe(2);
    await assertCurrent({ indexDir, lettersDir, encoder: wordEncoder() });
  });

  test('that runs beside another waits for it and both succeed', async () => {
    let waited = 0;
    const lettersDir = await shortLetters();
    const reports = await Promise.all(
      [1, 2, 3].map(() => buildIndex({ lettersDir, indexDir, encoder: wordEncoder(), onWait: () => waited++ })),
    );
    expect(waited).toBe(2);
    expect(new Set(reports.map(({ version }) => version)).size).toBe(1);
    expect((await readdir(indexDir)).filter((name) => name.includes('lock') || name.includes('tmp'))).toEqual([]);
  });
});

describe('A build that fails', () => {
  const failing = async (lettersDir: string, folder = indexDir) => {
    const error = await buildIndex({ lettersDir, indexDir: folder, encoder: wordEncoder() }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Problem);
    return error instanceof Problem ? error.message : '';
  };

  test('for want of a letters folder leaves the index as it is', async () => {
    await buildIndex({ lettersDir: await shortLetters(), indexDir, encoder: wordEncoder() });
    const before = await contents(indexDir);
    expect(await failing(path.join(indexDir, 'nowhere'))).toContain('nowhere');
    expect(await failing(await temporaryFolder())).toContain('no letters');
    expect(await contents(indexDir)).toEqual(before);
  });

  test('for want of a letter that is text names the files', async () => {
    const lettersDir = await temporaryFolder();
    await writeFile(path.join(lettersDir, 'foto.txt'), PICTURE);
    expect(await failing(lettersDir)).toContain('foto.txt');
    expect(await readdir(indexDir)).toEqual([]);
  });

  test('in the encoder leaves nothing half-written', async () => {
    const encoder = { ...wordEncoder(), encode: () => Promise.reject(new Error('out of memory')) };
    const building = buildIndex({ lettersDir: await shortLetters(), indexDir, encoder });
    await expect(building).rejects.toThrow('out of memory');
    expect(await readdir(indexDir)).toEqual([]);
  });

  test('because another process took over writes nothing more where that one writes', async () => {
    const words = wordEncoder();
    const encode: typeof words.encode = async (texts, kind) => {
      await rm(path.join(indexDir, 'building.lock'));
      return words.encode(texts, kind);
    };
    const building = buildIndex({ lettersDir: await shortLetters(), indexDir, encoder: { ...words, encode } });
    await expect(building).rejects.toThrow('another process took over');
    expect(await readdir(indexDir)).toEqual([]);
  });

  test('to list a folder of letters or to write the index, for want of permission, names what it may not', async ({
    skip,
  }) => {
    const lettersDir = await shortLetters();
    await buildIndex({ lettersDir, indexDir, encoder: wordEncoder() });
    skip(!(await reachableWithoutRoot(lettersDir, indexDir)), 'another user can not reach the temporary folder');
    await mkdir(path.join(lettersDir, 'geheim'));
    await chmod(path.join(lettersDir, 'geheim'), 0);
    expect(await withoutRoot(() => failing(lettersDir))).toContain('geheim cannot be read');
    await chmod(path.join(lettersDir, 'geheim'), 0o755);
    await writeFile(path.join(lettersDir, 'tanks.txt'), 'De minister bestelt tanks.');
    await chmod(indexDir, 0o555);
    expect(await withoutRoot(() => failing(lettersDir))).toBe(
      `The index can't be written to ${indexDir}: permission is denied.`,
    );
  });

  test('to write all of its files takes back those it wrote', async () => {
    const encoder = wordEncoder();
    const lettersDir = await shortLetters();
    await buildIndex({ lettersDir, indexDir, encoder });
    const before = await contents(indexDir);
    await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
    const input = await readInput(lettersDir);
    const corpus = { letters: input.letters, passages: corpusPassages(input.letters) };
    const encodings = await Encodings.open(indexDir, encoder.fingerprint, []);
    const hashes = corpus.passages.map((each) => embeddedHash(passageParts(each)));
    const texts = corpus.passages.map((each, i) => ({ parts: passageParts(each), hash: hashes[i] ?? '' }));
    await encodeInBatches(texts, encoder, (encoded) => encodings.add(encoded));
    const lexicon = buildLexicon(corpus, input.thesauri);
    const isFull = () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
    };
    Object.assign(lexicon, { serialize: isFull });
    const built = { ...input, corpus, hashes, encodings, lexicon, before: null };
    const publishing = publish({ lettersDir, indexDir, encoder }, built, async () => {});
    await expect(publishing).rejects.toThrow('ENOSPC');
    await encodings.close();
    expect(await contents(indexDir)).toEqual({ ...before, [await journalIn(indexDir)]: expect.any(String) });
  });

  test('to write, because the index folder is a file, says so', async () => {
    const file = path.join(indexDir, 'occupied');
    await writeFile(file, '');
    const building = buildIndex({ lettersDir: await shortLetters(), indexDir: file, encoder: wordEncoder() });
    await expect(building).rejects.toThrow(IndexFolderProblem);
  });
});

test('A letter that can not be read any more is no longer quoted, named, and does not hold up the others', async ({
  skip,
}) => {
  const lettersDir = await shortLetters();
  const tanks = path.join(lettersDir, 'tanks.txt');
  await writeFile(tanks, SHORT_LETTER.replaceAll('unitie', 'tanks'));
  await buildIndex({ lettersDir, indexDir, encoder: wordEncoder() });
  skip(!(await reachableWithoutRoot(lettersDir, indexDir)), 'another user can not reach the temporary folder');
  const lettersNow = async () => (await loadIndex(indexDir, wordEncoder())).corpus.letters.map(({ file }) => file);
  const build = () => withoutRoot(() => buildIndex({ lettersDir, indexDir, encoder: wordEncoder() }));

  await chmod(tanks, 0);
  await writeFile(path.join(lettersDir, 'nieuw.txt'), 'De minister bestelt fregatten.');
  const problem = expect.stringContaining('tanks.txt cannot be read: EACCES');
  expect(await build()).toMatchObject({ letters: 2, leftOut: [{ file: 'tanks.txt', problem }] });
  expect(await lettersNow()).toEqual(['munitie.txt', 'nieuw.txt']);
  await chmod(tanks, 0o644);
  expect(await build()).toMatchObject({ letters: 3, leftOut: [] });
  expect(await lettersNow()).toEqual(['munitie.txt', 'nieuw.txt', 'tanks.txt']);
});

test('Letters that are empty or no text are named and left out', async () => {
  const lettersDir = await shortLetters();
  await writeFile(path.join(lettersDir, 'leeg.txt'), ' \n');
  await writeFile(path.join(lettersDir, 'foto.txt'), PICTURE);
  await writeFile(path.join(lettersDir, 'latin1.txt'), Buffer.from('De minister is na\u00efef.', 'latin1'));
  const skipped: [string, string][] = [];
  const report = await buildIndex({
    lettersDir,
    indexDir,
    encoder: wordEncoder(),
    onSkipped: ({ file, reason }) => skipped.push([file, reason]),
  });
  expect(skipped).toEqual([
    ['foto.txt', 'binary'],
    ['latin1.txt', 'invalid_utf8'],
    ['leeg.txt', 'empty'],
  ]);
  expect(report).toMatchObject({ letters: 1, skipped: 3, leftOut: [{ file: 'foto.txt' }, { file: 'latin1.txt' }] });
  const { manifest } = await loadIndex(indexDir, wordEncoder());
  expect(manifest.skipped.map(({ file }) => file)).toEqual(['foto.txt', 'latin1.txt', 'leeg.txt']);
});
