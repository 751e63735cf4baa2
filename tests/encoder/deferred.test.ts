import { cp, mkdtemp, rename, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deferredEncoder } from '../../src/encoder/deferred.ts';
import { ModelProblem } from '../../src/encoder/errors.ts';
import { BUNDLED_MODEL, locateModel } from '../../src/encoder/location.ts';
import { loadEncoder } from '../../src/encoder/transformers.ts';

async function copiedModel(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'model-'));
  await cp(locateModel(BUNDLED_MODEL).folder, folder, { recursive: true });
  return folder;
}

test('A model is known before it is loaded, and loaded once something is encoded', async () => {
  const folder = await copiedModel();
  const deferred = await deferredEncoder({ model: folder });
  const { fingerprint, dimension, tokenDimension } = await loadEncoder();
  expect(deferred).toMatchObject({ fingerprint, dimension, tokenDimension });
  await rename(path.join(folder, 'onnx'), path.join(folder, 'gone'));
  await expect(deferred.encode([['Wat kost de vleugel?']], 'query')).rejects.toBeInstanceOf(ModelProblem);
});

test('A reader that is broken is told of when it is needed, and nothing is read', async () => {
  const folder = await copiedModel();
  await truncate(path.join(folder, 'onnx/reader.onnx'), 1_000);
  const told: string[] = [];
  const deferred = await deferredEncoder({ model: folder, onUnread: (why) => told.push(why) });
  expect(told).toEqual([]);
  const [encoding] = await deferred.encode([['Wat kost de vleugel?']], 'query');
  expect(told).toEqual([expect.stringContaining('reader.onnx')]);
  expect(await deferred.read?.(encoding!.tokens![0]!, [{ rows: new Int8Array(96).fill(1), count: 1 }])).toEqual([]);
  await deferred.close();
});
