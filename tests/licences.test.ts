import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { licences } from '../bench/licences.ts';
import { packageRoot } from '../src/package-root.ts';

const text = (name: string) => readFileSync(path.join(packageRoot(), name), 'utf8');

test('THIRD_PARTY.md lists what the lockfile installs; npm run licences writes it anew', () => {
  expect(text('THIRD_PARTY.md')).toBe(licences(text('package-lock.json')));
});

test('Every package states its licence', () => {
  expect(licences(text('package-lock.json'))).not.toContain('not stated');
});
