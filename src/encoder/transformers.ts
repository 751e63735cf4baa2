import type { ModelProblem } from './errors.ts';
import { locateModel, type ModelLocation, modelCache, modelFingerprint, readProfile } from './location.ts';
import { type BesideEncoder, type LoadedModel, loadBeside, loadModel } from './model-files.ts';
import { Once } from './once.ts';
import { numbers } from './outputs.ts';
import type { EncoderProfile } from './profile.ts';
import { type LowerStates, readClosely } from './read-closely.ts';
import { readPassages } from './read-passages.ts';
import { PartTokenizer } from './tokenize.ts';
import type { Encoder, Encoding, TextKind, TextParts, TokenVectors } from './types.ts';

export interface EncoderOptions {
  /** The bundled encoder, a folder, or `owner/model`; the bundled one by default. */
  readonly model?: string | undefined;
  /** Where downloaded models are kept. */
  readonly cache?: string | undefined;
}

/** Bundled encoders that this process loaded, by folder. */
const bundledEncoders = new Once<Encoder>();

/**
 * Loads an encoder into this process through @xenova/transformers. onnxruntime-node 1.14 blocks the calling thread and
 * must be loaded in one thread of a process only: a server uses `encoderProcess`. A bundled encoder is loaded once and
 * stays as long as the process, closed or not: loading takes longer than most of what is done with it.
 * @throws {ModelProblem} when the model can't be found, downloaded or read
 */
export async function loadEncoder(options: EncoderOptions = {}): Promise<Encoder> {
  const location = locateModel(options.model, options.cache);
  const cache = options.cache ?? modelCache();
  if (!location.bundled) return load(location, cache);
  return bundledEncoders.get(location.folder, async () => ({
    ...(await load(location, cache)),
    close: async () => {},
  }));
}

async function load(location: ModelLocation, cache: string): Promise<Encoder> {
  const loaded = await loadModel(location, cache);
  const profile = await readProfile(location);
  const tokenizer = new PartTokenizer(loaded.tokenizer, profile);
  const unread: string[] = [];
  // What reads token vectors or states has no use for a model that gives none. Without it passages are found all the
  // same: a broken one is told of, not fatal.
  const beside = async (name: BesideEncoder) => {
    if (profile.tokenDimension === null) return null;
    return loadBeside(location, name).catch(({ why }: ModelProblem) => {
      unread.push(why);
      return null;
    });
  };
  const reader = await beside('reader');
  const crossEncoder = await beside('cross-encoder');
  const encoder: Encoder = {
    name: location.name,
    fingerprint: await modelFingerprint(location, profile),
    dimension: profile.dimension,
    tokenDimension: profile.tokenDimension,
    unread: unread.length > 0 ? unread.join(' ') : undefined,
    // One at a time, for a dynamically quantised model rounds by the whole batch: a passage's vectors would depend on
    // its neighbours, and an updated index differ from a fresh one. On a CPU batches gain nothing.
    encode: async (texts, kind) => {
      const encodings: Encoding[] = [];
      for (const parts of texts) encodings.push(await encode(loaded, tokenizer, profile, parts, kind));
      return encodings;
    },
    close: async () => {
      await Promise.all([loaded.model, reader, crossEncoder].map((model) => model?.dispose()));
    },
  };
  if (reader) {
    encoder.read = (question, passages) => readPassages({ ...loaded, model: reader }, question, passages);
  }
  if (crossEncoder) {
    encoder.readClosely = async (question, passage) => {
      const asked = await lowerStates(loaded, tokenizer, [question], 'query');
      const read = await lowerStates(loaded, tokenizer, passage, 'passage');
      return readClosely({ ...loaded, model: crossEncoder }, asked, read);
    };
  }
  return encoder;
}

async function lowerStates(
  loaded: LoadedModel,
  tokenizer: PartTokenizer,
  parts: TextParts,
  kind: TextKind,
): Promise<LowerStates> {
  const tokens = tokenizer.tokens(parts, kind);
  return { ...tokens, states: numbers(await run(loaded, tokens.ids), 'states') };
}

async function encode(
  loaded: LoadedModel,
  tokenizer: PartTokenizer,
  profile: EncoderProfile,
  parts: TextParts,
  kind: TextKind,
): Promise<Encoding> {
  const { dimension, pooling, tokenDimension } = profile;
  // A model can't be run on no tokens.
  if (parts.every((part) => part.trim() === '')) return withoutTokens(profile, parts);
  const { ids, ranges } = tokenizer.tokens(parts, kind);
  const outputs = await run(loaded, ids);
  const rows = numbers(outputs, 'last_hidden_state');
  const vector =
    pooling === 'output'
      ? numbers(outputs, 'pooled').slice()
      : mean(rows, pooling === 'cls' ? Math.min(1, ids.length) : ids.length, dimension);
  if (tokenDimension === null) return { vector, tokens: null };
  const tokens = ranges.map(({ start, end }): TokenVectors => {
    return { vectors: rows.slice(start * tokenDimension, end * tokenDimension), count: end - start };
  });
  return { vector, tokens };
}

function withoutTokens({ dimension, tokenDimension }: EncoderProfile, parts: TextParts): Encoding {
  const none: TokenVectors = { vectors: new Float32Array(0), count: 0 };
  return { vector: new Float32Array(dimension), tokens: tokenDimension === null ? null : parts.map(() => none) };
}

async function run({ model, Tensor }: LoadedModel, ids: readonly number[]): Promise<unknown> {
  const shape = [1, ids.length];
  return model._call({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
  });
}

/** The mean of the first `count` rows at unit length; the zero vector where there is no row or no direction. */
function mean(rows: Float32Array, count: number, dimension: number): Float32Array {
  const vector = new Float32Array(dimension);
  for (const [i, value] of rows.subarray(0, count * dimension).entries()) {
    vector[i % dimension] = (vector[i % dimension] ?? 0) + value;
  }
  const norm = Math.hypot(...vector);
  return norm > 0 && Number.isFinite(norm) ? vector.map((x) => x / norm) : new Float32Array(dimension);
}
