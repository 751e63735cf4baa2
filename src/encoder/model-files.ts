import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureFolder } from '../ensure-folder.ts';
import { ModelProblem } from './errors.ts';
import type { ModelLocation } from './location.ts';

/** A tokenizer and a model as @xenova/transformers gives them. */
export type LoadedModel = Awaited<ReturnType<typeof loadModel>>;

/**
 * Reads a model's files, or downloads those of a model that the user named by its hub name.
 * @param cache where downloaded models are kept
 * @throws {ModelProblem} when they can't be found, downloaded or read
 */
export async function loadModel(location: ModelLocation, cache: string) {
  const { AutoModel, AutoTokenizer, env, Tensor } = await import('@xenova/transformers');
  env.allowLocalModels = true;
  env.allowRemoteModels = location.remote;
  env.localModelPath = location.remote ? cache : path.dirname(location.folder);
  env.cacheDir = cache;
  try {
    if (location.remote) await ensureFolder(cache);
    const name = location.remote ? location.name : path.basename(location.folder);
    const [tokenizer, model] = await Promise.all([
      AutoTokenizer.from_pretrained(name),
      AutoModel.from_pretrained(name, { quantized: true }),
    ]);
    return { tokenizer, model, Tensor };
  } catch (cause) {
    const why = location.remote
      ? `it is not in ${cache} and downloading it failed (${reason(cause)}); check the connection, or name a folder that holds it.`
      : `its files in ${location.folder} can't be loaded (${reason(cause)}).`;
    throw new ModelProblem(location.name, why, { cause });
  }
}

/** What may lie beside an encoder: a reader of its token vectors, a cross-encoder over what its lower layers give. */
export type BesideEncoder = 'reader' | 'cross-encoder';

/**
 * A model file beside the encoder; null where the folder brings none of that name.
 * @throws {ModelProblem} when it can't be read
 */
export async function loadBeside({ name, folder }: ModelLocation, beside: BesideEncoder) {
  if (!existsSync(path.join(folder, 'onnx', `${beside}.onnx`))) return null;
  const { AutoModel, env } = await import('@xenova/transformers');
  env.localModelPath = path.dirname(folder);
  try {
    return await AutoModel.from_pretrained(path.basename(folder), {
      quantized: false,
      model_file_name: beside,
      local_files_only: true,
    });
  } catch (cause) {
    throw new ModelProblem(name, `its onnx/${beside}.onnx in ${folder} can't be loaded (${reason(cause)}).`, { cause });
  }
}

/** The innermost message on one line: fetch hides what happened in `cause`. */
function reason(error: unknown): string {
  let deepest = error;
  while (deepest instanceof Error && deepest.cause !== undefined) deepest = deepest.cause;
  return (deepest instanceof Error ? deepest.message : String(deepest)).split('\n')[0]?.replace(/\.$/, '') ?? 'unknown';
}
