import { cp, mkdtemp, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BUNDLED_MODEL, locateModel } from '../../src/encoder/location.ts';
import { loadEncoder } from '../../src/encoder/transformers.ts';

test('A cross-encoder that is broken is named, and passages are read without it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'model-'));
  await cp(locateModel(BUNDLED_MODEL).folder, folder, { recursive: true });
  await truncate(path.join(folder, 'onnx/cross-encoder.onnx'), 1_000);
  const encoder = await loadEncoder({ model: folder });
  expect(encoder.readClosely).toBeUndefined();
  expect(encoder.read).toBeDefined();
  expect(encoder.unread).toContain('cross-encoder.onnx');
  await encoder.close();
});

test('A reader that is broken is named, and texts are encoded without it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'model-'));
  await cp(locateModel(BUNDLED_MODEL).folder, folder, { recursive: true });
  await truncate(path.join(folder, 'onnx/reader.onnx'), 1_000);
  const encoder = await loadEncoder({ model: folder });
  expect(encoder.read).toBeUndefined();
  expect(encoder.unread).toContain('reader.onnx');
  const [encoding] = await encoder.encode([['Wat kost de vleugel?']], 'query');
  expect(encoding?.tokens?.[0]?.count).toBeGreaterThan(3);
  await encoder.close();
});
