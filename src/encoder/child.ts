/** The encoder's own process: reads requests from its parent, answers them one after another. */
import { ModelProblem } from './errors.ts';
import type { EncoderReply, EncoderRequest } from './messages.ts';
import { loadEncoder } from './transformers.ts';
import type { Encoder } from './types.ts';

const send = (reply: EncoderReply) => process.send?.(reply);
const [model, cache] = process.argv.slice(2);

// The parent decides when this process ends: a Ctrl-C at a terminal reaches both, and questions under way are finished first.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit(0));

try {
  const encoder = await loadEncoder({ model: model || undefined, cache: cache || undefined });
  let queue = Promise.resolve();
  process.on('message', (request: EncoderRequest) => {
    queue = queue.then(() => answer(encoder, request));
  });
  send({
    type: 'ready',
    name: encoder.name,
    fingerprint: encoder.fingerprint,
    dimension: encoder.dimension,
    lateInteraction: encoder.encodeTokens !== undefined,
  });
} catch (error) {
  const known = error instanceof ModelProblem;
  send({ type: 'failed', model: known ? error.model : (model ?? ''), why: known ? error.why : String(error) });
  process.disconnect();
}

async function answer(encoder: Encoder, { id, task, texts, kind }: EncoderRequest): Promise<void> {
  try {
    if (task === 'encode') send({ type: 'vectors', id, vectors: await encoder.encode(texts, kind) });
    else send({ type: 'tokens', id, tokens: (await encoder.encodeTokens?.(texts, kind)) ?? [] });
  } catch (error) {
    send({ type: 'error', id, message: error instanceof Error ? error.message : String(error) });
  }
}
