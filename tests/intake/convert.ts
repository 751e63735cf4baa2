import { expect } from 'vitest';
import { convert } from '../../src/intake/convert.ts';
import type { Converted } from '../../src/intake/types.ts';

/** The one letter a file holds; fails where there is a problem, or more than one. */
export async function letterOf(name: string, content: string | Uint8Array): Promise<Converted> {
  const { letters, problems } = await convert({ name, bytes: toBytes(content) });
  expect(problems).toEqual([]);
  expect(letters).toHaveLength(1);
  return letters[0]!;
}

/** What is said of a file that cannot be read; fails where it can. */
export async function problemOf(name: string, content: string | Uint8Array): Promise<string> {
  const { letters, problems } = await convert({ name, bytes: toBytes(content) });
  expect(letters).toEqual([]);
  expect(problems).toHaveLength(1);
  return problems[0]!.message;
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}
