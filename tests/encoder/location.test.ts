import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ModelProblem } from '../../src/encoder/errors.ts';
import { BUNDLED_MODEL, locateModel, readProfile } from '../../src/encoder/location.ts';
import { profileByFamily } from '../../src/encoder/profile.ts';

test('Without a name the bundled encoder is found and never downloaded', async () => {
  const location = locateModel();
  expect(location).toMatchObject({ name: BUNDLED_MODEL, remote: false, bundled: true });
  expect(await readProfile(location)).toMatchObject({ pooling: 'output', tokenDimension: 96 });
});

test('A model of the hub may be downloaded, for the user named it', () => {
  const location = locateModel('Xenova/multilingual-e5-small', '/cache');
  expect(location).toEqual({
    name: 'Xenova/multilingual-e5-small',
    folder: path.join('/cache', 'Xenova/multilingual-e5-small'),
    remote: true,
    bundled: false,
  });
});

test('A folder with a model in it is taken as it is', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'model-'));
  await writeFile(path.join(folder, 'config.json'), JSON.stringify({ model_type: 'bert', hidden_size: 48 }));
  const location = locateModel(folder);
  expect(location).toEqual({ name: folder, folder, remote: false, bundled: false });
  expect(await readProfile(location)).toMatchObject({ dimension: 48, queryPrefix: '', tokenDimension: null });
});

test.each([
  ['nowhere', 'there is no such folder'],
  ['../../etc/passwd/x', 'there is no such folder'],
  [tmpdir(), 'holds no config.json'],
])('The name %s is refused in one sentence', (name, why) => {
  expect(() => locateModel(name)).toThrow(ModelProblem);
  expect(() => locateModel(name)).toThrow(why);
});

test('A broken profile is refused', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'model-'));
  await writeFile(path.join(folder, 'config.json'), '{}');
  await writeFile(path.join(folder, 'profile.json'), '{"dimension": "many"}');
  await expect(readProfile(locateModel(folder))).rejects.toThrow(ModelProblem);
});

test('Models of the e5 family get their prefixes', () => {
  expect(profileByFamily('Xenova/multilingual-e5-small', 384)).toMatchObject({
    queryPrefix: 'query: ',
    passagePrefix: 'passage: ',
  });
  expect(profileByFamily('Xenova/all-MiniLM-L6-v2', 384)).toMatchObject({ queryPrefix: '', passagePrefix: '' });
});
