import { locateModel, modelFingerprint, readProfile } from './location.ts';
import { type EncoderOptions, loadEncoder } from './transformers.ts';
import type { Encoder } from './types.ts';

/**
 * An encoder whose model is loaded when it is first asked to encode: whoever finds nothing to encode need not wait for it.
 * A model that is still to be downloaded is loaded at once. It doesn't read.
 * @throws {ModelProblem} when the model can't be found
 */
export async function deferredEncoder(options: EncoderOptions = {}): Promise<Encoder> {
  const location = locateModel(options.model, options.cache);
  if (location.remote) return loadEncoder(options);
  const profile = await readProfile(location);
  let loaded: Promise<Encoder> | null = null;
  return {
    name: location.name,
    fingerprint: await modelFingerprint(location, profile),
    dimension: profile.dimension,
    tokenDimension: profile.tokenDimension,
    async encode(texts, kind) {
      loaded ??= loadEncoder(options);
      return (await loaded).encode(texts, kind);
    },
    close: async () => (await loaded)?.close(),
  };
}
