import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { commitmentsSchema } from '../../src/answers/commitments/schema.ts';
import { outlineSchema } from '../../src/answers/outline/schema.ts';
import { summarySchema } from '../../src/answers/summary/schema.ts';
import { timelineSchema } from '../../src/answers/timeline/schema.ts';
import { SEEDS, temporaryFolder } from '../support/folders.ts';
import { runCli } from '../support/run-cli.ts';

const run = (...args: string[]) => runCli([...args, '--letters', SEEDS, '--index', inject('indexDir')]);

describe('summary', () => {
  test('shows a meeting in parts', async () => {
    const { code, stdout, stderr } = await run('summary', 'okt', '21', '--language', 'nl');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Samenvatting in citaten: NAVO-ministers van Defensie, 21 en 22 oktober 2021\nAlleen het verslag is er/,
    );
    expect(stdout).toMatch(/\nToegezegd aan de Kamer\n– {2}.*zal uw Kamer/s);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('prints JSON, shorter, of one section', async () => {
    const { stdout } = await run('summary', '2020-10-22', '--short', '--json');
    const summary = summarySchema.parse(JSON.parse(stdout));
    expect(summary.parts.flatMap(({ points }) => points).length).toBeLessThanOrEqual(5);
    const { stdout: one } = await run('summary', '2020-10-22', '--section', 'irak', '--json');
    expect(summarySchema.parse(JSON.parse(one)).section).toBe('Irak');
  });

  test('names the meetings or sections there are where it is not clear which is meant', async () => {
    const unclear = await run('summary', 'oktober', '--language', 'nl');
    expect([unclear.code, unclear.stdout]).toEqual([2, '']);
    expect(unclear.stderr).toContain('  NAVO-ministers van Defensie, 22 en 23 oktober 2020');
    const section = await run('summary', 'okt 2021', '--section', 'Zeppelin', '--language', 'nl');
    expect(section.code).toBe(2);
    expect(section.stderr).toContain('  Technologische innovatie');
  });
});

describe('timeline', () => {
  test('shows a subject, in words or as JSON', async () => {
    const { code, stdout } = await run('timeline', 'defensie-uitgaven', '--language', 'nl');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^23 oktober 2020\n/);
    const { stdout: json } = await run('timeline', 'defensie-uitgaven', '--from', '2021', '--to', '2021', '--json');
    expect(timelineSchema.parse(JSON.parse(json)).entries.map(({ date }) => date)).toEqual(['2021-10-22']);
  });

  test('follows a subject named in English', async () => {
    const { stdout } = await run('timeline', 'arms', 'control', '--json');
    const { entries } = timelineSchema.parse(JSON.parse(stdout));
    expect(entries.filter(({ quote }) => /wapenbeheersing|non-proliferatie/.test(quote.text)).length).toBeGreaterThan(
      1,
    );
  });

  test('writes its chart', async () => {
    const folder = await temporaryFolder();
    const [png, svg] = ['chart.png', 'chart.svg'].map((name) => path.join(folder, name));
    await run('timeline', 'cyber', '--chart', png!);
    await run('timeline', 'cyber', '--chart', svg!);
    expect((await readFile(png!)).subarray(1, 4).toString()).toBe('PNG');
    expect(await readFile(svg!, 'utf8')).toMatch(/^<svg /);
    expect((await run('timeline', 'cyber', '--chart', 'chart.gif')).code).toBe(2);
  });

  test('refuses a period that is none', async () => {
    expect((await run('timeline', 'cyber', '--from', 'ooit')).code).toBe(2);
    expect((await run('timeline', 'cyber', '--from', '2022', '--to', '2021')).code).toBe(2);
  });
});

describe('commitments', () => {
  test('are listed with who and when', async () => {
    const { code, stdout } = await run('commitments', '--language', 'nl');
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('Wie: het kabinet · Wanneer: in het verslag');
    const { stdout: json } = await run('commitments', 'okt', '2021', '--open', '--json');
    expect(commitmentsSchema.parse(JSON.parse(json))).toHaveLength(1);
  });
});

describe('letter', () => {
  test('is shown with its sections and papers', async () => {
    const { code, stdout } = await run('letter', '001_42c0a636b663bd7b.txt', '--language', 'nl');
    expect(code).toBe(0);
    expect(stdout).toContain('Lastenverdeling (174 woorden)');
    expect(stdout).toContain('https://zoek.officielebekendmakingen.nl/kst-28676-347.html');
    const { stdout: json } = await run('letter', '4', 'november', '2021', '--json');
    expect(outlineSchema.parse(JSON.parse(json)).letter.letterDate).toBe('2021-11-04');
  });

  test('asks which letter is meant', async () => {
    const { code, stderr } = await run('letter', 'NAVO', '--language', 'en');
    expect(code).toBe(2);
    expect(stderr).toContain('Do you mean one of these?');
  });
});
