import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../package-root.ts';
import { ModelProblem } from './errors.ts';
import { Once } from './once.ts';
import { type EncoderProfile, profileByFamily, profileSchema } from './profile.ts';

/** The encoder that comes with Briefwijzer. */
export const BUNDLED_MODEL = 'briefwijzer-encoder';

export interface ModelLocation {
  /** As the user named it. */
  readonly name: string;
  /** The folder that holds the model; for a model that is still to be downloaded, where the download will lie. */
  readonly folder: string;
  /** Whether files that are not on this machine may be downloaded. */
  readonly remote: boolean;
  /** Whether it comes with Briefwijzer, so that its files stay as they are while that runs. */
  readonly bundled: boolean;
}

/** Where downloaded models are kept. */
export function modelCache(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'briefwijzer', 'models');
}

/**
 * Finds the model a name stands for: the bundled one, a folder, or `owner/model` on the Hugging Face hub. Only the last
 * may be downloaded, and only because the user named it.
 * @throws {ModelProblem} when the name stands for none of these
 */
export function locateModel(name: string = BUNDLED_MODEL, cache: string = modelCache()): ModelLocation {
  const bundled = path.join(packageRoot(), 'models', name);
  if (/^[\w.-]+$/.test(name) && existsSync(path.join(bundled, 'config.json'))) {
    return { name, folder: bundled, remote: false, bundled: true };
  }
  const folder = path.resolve(name);
  if (existsSync(folder)) {
    if (existsSync(path.join(folder, 'config.json'))) return { name, folder, remote: false, bundled: false };
    throw new ModelProblem(
      name,
      `the folder holds no config.json; name a folder with a model in transformers.js layout.`,
    );
  }
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return { name, folder: path.join(cache, name), remote: true, bundled: false };
  throw new ModelProblem(name, `there is no such folder; name a folder, "${BUNDLED_MODEL}", or "owner/model".`);
}

/**
 * The profile beside the model, or one by the model's family.
 * @throws {ModelProblem} when the profile or the configuration can't be read
 */
export async function readProfile(location: ModelLocation): Promise<EncoderProfile> {
  const file = path.join(location.folder, 'profile.json');
  try {
    if (existsSync(file)) return profileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    const config: unknown = JSON.parse(await readFile(path.join(location.folder, 'config.json'), 'utf8'));
    return profileByFamily(location.name, hiddenSize(config));
  } catch (cause) {
    throw new ModelProblem(location.name, `its profile.json or config.json can't be read.`, { cause });
  }
}

function hiddenSize(config: unknown): number {
  if (typeof config === 'object' && config !== null) {
    for (const key of ['hidden_size', 'dim', 'd_model']) {
      const value: unknown = Reflect.get(config, key);
      if (typeof value === 'number') return value;
    }
  }
  throw new Error('no hidden size');
}

const bundledFingerprints = new Once<string>();

/** Name and checksum of the files that decide the vectors; of a bundled model they are read once. */
export function modelFingerprint(location: ModelLocation, profile: EncoderProfile): Promise<string> {
  const read = () => fingerprintOf(location, profile);
  return location.bundled ? bundledFingerprints.get(location.folder, read) : read();
}

async function fingerprintOf(location: ModelLocation, profile: EncoderProfile): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(profile));
  const weights = profile.quantized ? 'onnx/model_quantized.onnx' : 'onnx/model.onnx';
  for (const file of ['tokenizer.json', weights]) {
    try {
      hash.update(await readFile(path.join(location.folder, file)));
    } catch (cause) {
      throw new ModelProblem(location.name, `${file} is missing from ${location.folder}.`, { cause });
    }
  }
  return `${profile.name}@${hash.digest('hex').slice(0, 16)}`;
}
