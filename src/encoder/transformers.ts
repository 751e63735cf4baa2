import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ModelProblem } from './errors.ts';
import { locateModel, type ModelLocation, modelCache, modelFingerprint, readProfile } from './location.ts';
import type { EncoderProfile } from './profile.ts';
import type { Encoder, TextKind, TokenVectors } from './types.ts';

export interface EncoderOptions {
  /** The bundled encoder, a folder, or `owner/model`; the bundled one by default. */
  readonly model?: string | undefined;
  /** Where downloaded models are kept. */
  readonly cache?: string | undefined;
}

type Pipeline = Awaited<ReturnType<typeof loadPipeline>>;

/**
 * Loads an encoder into this process through the feature-extraction pipeline of @xenova/transformers. onnxruntime-node
 * 1.14 blocks the calling thread and must be loaded in one thread of a process only: a server uses `encoderProcess`.
 * @throws {ModelProblem} when the model can't be found, downloaded or read
 */
export async function loadEncoder(options: EncoderOptions = {}): Promise<Encoder> {
  const location = locateModel(options.model, options.cache);
  const extract = await loadPipeline(location, options.cache ?? modelCache());
  const profile = await readProfile(location);
  const fingerprint = await modelFingerprint(location, profile);
  const encoder: Encoder = {
    name: location.name,
    fingerprint,
    dimension: profile.dimension,
    encode: (texts, kind) => encode(extract, profile, texts, kind),
    close: async () => {
      await extract.dispose();
    },
  };
  if (!profile.lateInteraction) return encoder;
  return { ...encoder, encodeTokens: (texts, kind) => encodeTokens(extract, profile, texts, kind) };
}

async function loadPipeline(location: ModelLocation, cache: string) {
  const { env, pipeline } = await import('@xenova/transformers');
  env.allowLocalModels = true;
  env.allowRemoteModels = location.remote;
  env.localModelPath = location.remote ? cache : path.dirname(location.folder);
  env.cacheDir = cache;
  try {
    if (location.remote) await mkdir(cache, { recursive: true });
    const name = location.remote ? location.name : path.basename(location.folder);
    return await pipeline('feature-extraction', name, { quantized: true });
  } catch (cause) {
    const why = location.remote
      ? `it is not in ${cache} and downloading it failed (${reason(cause)}); check the connection, or name a folder that holds it.`
      : `its files in ${location.folder} can't be loaded (${reason(cause)}).`;
    throw new ModelProblem(location.name, why, { cause });
  }
}

/** The innermost message on one line: fetch hides what happened in `cause`. */
function reason(error: unknown): string {
  let deepest = error;
  while (deepest instanceof Error && deepest.cause !== undefined) deepest = deepest.cause;
  return (deepest instanceof Error ? deepest.message : String(deepest)).split('\n')[0]?.replace(/\.$/, '') ?? 'unknown';
}

async function encode(extract: Pipeline, profile: EncoderProfile, texts: readonly string[], kind: TextKind) {
  const vectors: Float32Array[] = texts.map(() => new Float32Array(profile.dimension));
  for (const batch of batches(profile, texts, kind)) {
    const output = await extract(batch.texts, { pooling: profile.pooling, normalize: true });
    batch.indices.forEach((index, row) => {
      const vector = Float32Array.from(rowsOf(output, row, 1, profile.dimension));
      // A text without a single known token has no direction; NaN must not reach an index.
      if (vector.every(Number.isFinite)) vectors[index] = vector;
    });
  }
  return vectors;
}

async function encodeTokens(extract: Pipeline, profile: EncoderProfile, texts: readonly string[], kind: TextKind) {
  const results: TokenVectors[] = texts.map(() => ({ vectors: new Float32Array(0), count: 0 }));
  for (const batch of batches(profile, texts, kind)) {
    const output = await extract(batch.texts, { pooling: 'none' });
    const tokens = output.dims[1] ?? 0;
    batch.indices.forEach((index, row) => {
      results[index] = dropPadding(rowsOf(output, row * tokens, tokens, profile.dimension), profile.dimension);
    });
  }
  return results;
}

interface Batch {
  readonly indices: readonly number[];
  readonly texts: string[];
}

/** Texts with their prefix in batches; blank ones are left out, for a model can't be run on no tokens. */
function* batches(profile: EncoderProfile, texts: readonly string[], kind: TextKind): Generator<Batch> {
  const prefix = kind === 'query' ? profile.queryPrefix : profile.passagePrefix;
  const filled = texts.flatMap((text, index) => (text.trim() === '' ? [] : [index]));
  for (let from = 0; from < filled.length; from += profile.batchSize) {
    const indices = filled.slice(from, from + profile.batchSize);
    yield { indices, texts: indices.map((index) => prefix + texts[index]) };
  }
}

function rowsOf(output: { data: unknown }, row: number, count: number, dimension: number): Float32Array {
  if (!(output.data instanceof Float32Array)) throw new Error('the model returned no 32-bit floats');
  return output.data.subarray(row * dimension, (row + count) * dimension);
}

/** Padding comes last and is masked to zero. */
function dropPadding(rows: Float32Array, dimension: number): TokenVectors {
  let count = rows.length / dimension;
  while (count > 0 && rows.subarray((count - 1) * dimension, count * dimension).every((x) => x === 0)) count--;
  return { vectors: rows.slice(0, count * dimension), count };
}
