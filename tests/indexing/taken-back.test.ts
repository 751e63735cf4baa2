import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build.ts';
import { withRefusedCall } from '../support/failing-files.ts';
import { SHORT_LETTER, shortLetters, temporaryFolder } from '../support/folders.ts';
import { wordEncoder } from '../support/word-encoder.ts';

test.each(['writeFile', 'rename'])(
  'A build whose manifest is refused at %s, when all its files are there, takes them back',
  async (refused) => {
    const encoder = wordEncoder();
    const [lettersDir, indexDir] = [await shortLetters(), await temporaryFolder()];
    const build = () => buildIndex({ lettersDir, indexDir, encoder });
    await build();
    const before = await readdir(indexDir);
    await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
    const isManifest = (name: string, file: string) =>
      name === refused && path.basename(file).startsWith('manifest.json.');
    const { result } = await withRefusedCall(indexDir, isManifest, 'ENOSPC', build);
    expect(result).toHaveProperty('error');
    // What was encoded is kept for the next run.
    expect((await readdir(indexDir)).filter((name) => !name.endsWith('.journal'))).toEqual(before);
  },
);
