import path from 'node:path';
import { expect } from 'vitest';
import * as answers from '../../../src/discord/custom-ids/answers.ts';
import { readCustomId } from '../../../src/discord/custom-ids/custom-id.ts';
import * as pages from '../../../src/discord/custom-ids/pages.ts';
import * as passages from '../../../src/discord/custom-ids/passages.ts';
import { escapeMarkdown } from '../../../src/discord/messages/parts/escape.ts';
import { letterFile } from '../../../src/intake/shelf/names.ts';
import { visible } from '../../../src/visible.ts';
import { expectInvariants } from '../../letters/invariants.ts';
import { letterOf, seeds } from '../../letters/letters.ts';
import { OBEYED } from '../hostile-letter.ts';
import { randomNumbers } from '../random-numbers.ts';
import { mutateText } from './mutate.ts';

/** Letters that somebody spoilt are read as letters, and what is shown of them steers nothing. */
export function fuzzLetters(count: number): void {
  const random = randomNumbers(1);
  for (let i = 0; i < count; i++) {
    const { source } = seeds[i % seeds.length]!;
    const from = random(source.length);
    const letter = letterOf(mutateText(source.slice(0, 800) + source.slice(from, from + 1_500), random));
    expectInvariants(letter);
    for (const text of [letter.title, ...letter.sections.map(({ title }) => title ?? '')]) {
      expect(visible(text)).not.toMatch(OBEYED);
      expect(escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/\]\(|<[@#]|```/);
    }
  }
}

/** Every name for a letter's file lies in its folder and is one that a disk takes. */
export function fuzzFileNames(count: number): void {
  const random = randomNumbers(2);
  for (let i = 0; i < count; i++) {
    const given = mutateText(`brieven/Kamerbrief fregatten ${i}.pdf › bijlage.docx`, random);
    const file = letterFile(given, '', () => false);
    expect(path.basename(file), given).toBe(file);
    expect(file).not.toMatch(OBEYED);
    // A sidecar and a draft have longer names; 255 bytes is what most disks take.
    expect(Buffer.byteLength(file), given).toBeLessThanOrEqual(200);
    expect(file, given).not.toMatch(/\p{Cs}/u);
  }
}

/** Nothing but texts, counts and truths under names of their own. */
function expectPlain(params: unknown, id: string): void {
  expect(Object.getPrototypeOf(params), id).toBe(Object.prototype);
  for (const value of Object.values(params as object).flat()) {
    expect(['string', 'number', 'boolean', 'undefined'], id).toContain(typeof value);
    if (typeof value === 'number') expect(Number.isSafeInteger(value) && value >= 0, id).toBe(true);
  }
}

const BUTTONS = [answers, pages, passages].flatMap((kinds) =>
  Object.values(kinds).flatMap((kind) => (typeof kind === 'object' && 'action' in kind ? [kind] : [])),
);

/** A custom id that no button has is none, or says what a button could say. */
export function fuzzCustomIds(count: number): void {
  const random = randomNumbers(3);
  const written = [
    'v=1&a=share&p=abcdefghijkl&m=12-80.95-120',
    'v=1&a=summary&m=abcdefghijkl&s=3&o=4',
    'v=1&a=next&s=3',
  ];
  for (let i = 0; i < count; i++) {
    const id = mutateText(written[i % written.length]!, random).slice(0, 100);
    const read = readCustomId(id);
    for (const kind of BUTTONS) {
      const params: unknown = read && kind.read(read.fields);
      if (params) expectPlain(params, id);
    }
  }
}
