/** Shares that are 1 together, of logits. */
export function softmax(logits: Float32Array): Float32Array {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/**
 * The numbers of one of a model's outputs.
 * @throws {Error} where the model gives none of that name
 */
export function numbers(outputs: unknown, name: string): Float32Array {
  const output: unknown = typeof outputs === 'object' && outputs !== null ? Reflect.get(outputs, name) : undefined;
  const data: unknown = typeof output === 'object' && output !== null ? Reflect.get(output, 'data') : undefined;
  if (!(data instanceof Float32Array)) throw new Error(`the model gives no 32-bit floats as ${name}`);
  return data;
}
