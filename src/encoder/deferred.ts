import { locateModel, modelFingerprint, readProfile } from './location.ts';
import { type EncoderOptions, loadEncoder } from './transformers.ts';
import type { Encoder } from './types.ts';

export interface DeferredEncoderOptions extends EncoderOptions {
  /** Told why the model's reader or cross-encoder can't be loaded, when that shows. */
  readonly onUnread?: ((why: string) => void) | undefined;
}

/**
 * An encoder whose model is loaded when it is first asked to encode or read: whoever finds nothing to encode need not wait
 * for it. A model that is still to be downloaded is loaded at once.
 * @throws {ModelProblem} when the model can't be found
 */
export async function deferredEncoder({ onUnread, ...options }: DeferredEncoderOptions = {}): Promise<Encoder> {
  const location = locateModel(options.model, options.cache);
  const load = async () => {
    const encoder = await loadEncoder(options);
    if (encoder.unread) onUnread?.(encoder.unread);
    return encoder;
  };
  if (location.remote) return load();
  const profile = await readProfile(location);
  let loading: Promise<Encoder> | null = null;
  const loaded = () => {
    loading ??= load();
    return loading;
  };
  const encoder: Encoder = {
    name: location.name,
    fingerprint: await modelFingerprint(location, profile),
    dimension: profile.dimension,
    tokenDimension: profile.tokenDimension,
    encode: async (...asked) => (await loaded()).encode(...asked),
    close: async () => (await loading)?.close(),
  };
  if (profile.tokenDimension === null) return encoder;
  return {
    ...encoder,
    read: async (...asked) => (await (await loaded()).read?.(...asked)) ?? [],
    readClosely: async (...asked) => (await (await loaded()).readClosely?.(...asked)) ?? null,
  };
}
