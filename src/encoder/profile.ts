import { z } from 'zod';

/** How a model wants to be used; lies as `profile.json` beside a model. */
export const profileSchema = z.strictObject({
  name: z.string().min(1),
  /** Length of a vector. */
  dimension: z.int().min(1).max(8192),
  /** Over the last layer; `output` where the model gives the pooled vector itself, as `pooled`. */
  pooling: z.enum(['mean', 'cls', 'output']),
  normalize: z.literal(true),
  /** Put in front of a question and of a passage. */
  queryPrefix: z.string(),
  passagePrefix: z.string(),
  /** Longer texts are cut by the tokenizer. */
  maxTokens: z.int().min(8),
  /** Whether `onnx/model_quantized.onnx` is the file to load. */
  quantized: z.boolean(),
  /** Length of a row of `last_hidden_state` where those are token vectors whose norm is their weight; else null. */
  tokenDimension: z.int().min(1).max(8192).nullable(),
});

export type EncoderProfile = z.infer<typeof profileSchema>;

/** The profile of a model that brings none; the dimension comes from its configuration. */
export function profileByFamily(name: string, dimension: number): EncoderProfile {
  const e5 = /(^|[/-])e5-/.test(name);
  const bge = /(^|\/)bge-/.test(name);
  return {
    name,
    dimension,
    pooling: bge ? 'cls' : 'mean',
    normalize: true,
    queryPrefix: e5 ? 'query: ' : '',
    passagePrefix: e5 ? 'passage: ' : '',
    maxTokens: 512,
    quantized: true,
    tokenDimension: null,
  };
}
