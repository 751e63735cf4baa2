import path from 'node:path';
import { ensureFolder } from '../ensure-folder.ts';
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
    if (location.remote) await ensureFolder(cache);
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
  const vectors: Float32Array[] = [];
  for (const text of texts) {
    const { vectors: rows, count } = await tokenVectors(extract, profile, text, kind);
    vectors.push(pooled(rows, profile.pooling === 'cls' ? Math.min(1, count) : count, profile.dimension));
  }
  return vectors;
}

async function encodeTokens(extract: Pipeline, profile: EncoderProfile, texts: readonly string[], kind: TextKind) {
  const tokens: TokenVectors[] = [];
  for (const text of texts) tokens.push(await tokenVectors(extract, profile, text, kind));
  return tokens;
}

/**
 * Runs the model on one text. One at a time, for a dynamically quantised model rounds by the whole batch: a passage's
 * vector would depend on its neighbours, and an updated index differ from a fresh one. On a CPU batches gain nothing.
 */
async function tokenVectors(
  extract: Pipeline,
  profile: EncoderProfile,
  text: string,
  kind: TextKind,
): Promise<TokenVectors> {
  // A model can't be run on no tokens.
  if (text.trim() === '') return { vectors: new Float32Array(0), count: 0 };
  const prefix = kind === 'query' ? profile.queryPrefix : profile.passagePrefix;
  const { data } = await extract(prefix + text, { pooling: 'none' });
  if (!(data instanceof Float32Array)) throw new Error('the model returned no 32-bit floats');
  return { vectors: data, count: data.length / profile.dimension };
}

/** The mean of the first `count` rows at unit length; the zero vector where there is no row or no direction. */
function pooled(rows: Float32Array, count: number, dimension: number): Float32Array {
  const vector = new Float32Array(dimension);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < dimension; i++) vector[i] = (vector[i] ?? 0) + (rows[row * dimension + i] ?? 0);
  }
  const norm = Math.hypot(...vector);
  return norm > 0 && Number.isFinite(norm) ? vector.map((x) => x / norm) : new Float32Array(dimension);
}
