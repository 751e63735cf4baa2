import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from '../../bench/eval/json-lines.ts';
import { readOptions } from '../../bench/eval/options.ts';
import { markdown, OURS } from '../../bench/eval/report.ts';
import { shelves } from '../../bench/eval/shelves.ts';
import { between } from '../../bench/results.ts';
import { Problem } from '../../src/problem.ts';
import { wordEncoder } from '../retrieval/fixtures.ts';
import { temporaryFolder } from '../support/folders.ts';

describe('npm run eval', () => {
  it('says what can be measured where nothing is named, and where an option is unknown', () => {
    expect(() => readOptions([])).toThrow(Problem);
    expect(() => readOptions([])).toThrow(/--questions FILE/);
    expect(() => readOptions(['--shelve', 'x'])).toThrow(/--shelve.*--questions FILE/s);
    expect(readOptions(['summary'])).toMatchObject({ summary: true, write: false });
  });

  it('names the file and the line that can not be read', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'questions.jsonl');
    const schema = z.object({ id: z.string() });
    await expect(readJsonLines(file, schema)).rejects.toThrow(file);
    await writeFile(file, '{"id":"a"}\n\nnone\n');
    await expect(readJsonLines(file, schema)).rejects.toThrow('line 3');
    await writeFile(file, '{"id":"a"}\n');
    await expect(readJsonLines(file, schema)).resolves.toEqual([{ id: 'a' }]);
    await expect(shelves(path.join(folder, 'none'), wordEncoder())).rejects.toThrow(Problem);
  });
});

describe('the tables of RESULTS.md', () => {
  const table = [
    ['system', 'MRR'],
    ['other', '0.5'],
    [OURS, '1.00'],
  ];

  it('come between their marks, and leave the rest as it was', () => {
    const before = 'a `<!-- x -->`\n<!-- x -->\nold\n<!-- /x -->\nb\n';
    const after = '| system | MRR |\n|---|---|\n| other | .5 |\n| **Briefwijzer** | **1.00** |';
    expect(between(before, 'x', markdown(table))).toBe(`a \`<!-- x -->\`\n<!-- x -->\n${after}\n<!-- /x -->\nb\n`);
  });

  it('are not put where there are no marks', () => {
    expect(() => between('text', 'x', 'figures')).toThrow('"x"');
  });
});
