import { ModelProblem } from './errors.ts';
import type { EncoderReply, EncoderRequest } from './messages.ts';
import type { Encoder } from './types.ts';

/**
 * Serves an encoder to the process that forked this one: says that it is loaded, or why it can't be, then answers requests
 * one after another until that process ends or lets go.
 * @param model what is named where `load` fails
 */
export async function serveEncoder(load: () => Promise<Encoder>, model = ''): Promise<void> {
  // The parent decides when this process ends: a Ctrl-C at a terminal reaches both, and questions under way are finished first.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  process.on('disconnect', () => process.exit(0));
  try {
    const encoder = await load();
    let queue = Promise.resolve();
    process.on('message', (request: EncoderRequest) => {
      queue = queue.then(() => answer(encoder, request));
    });
    send({
      type: 'ready',
      name: encoder.name,
      fingerprint: encoder.fingerprint,
      dimension: encoder.dimension,
      tokenDimension: encoder.tokenDimension,
      reads: encoder.read !== undefined,
      readsClosely: encoder.readClosely !== undefined,
      unread: encoder.unread,
    });
  } catch (error) {
    const known = error instanceof ModelProblem;
    send({ type: 'failed', model: known ? error.model : model, why: known ? error.why : String(error) });
    process.disconnect();
  }
}

async function answer(encoder: Encoder, request: EncoderRequest): Promise<void> {
  const { id } = request;
  try {
    if (request.task === 'encode') {
      send({ type: 'encoded', id, encodings: await encoder.encode(request.texts, request.kind) });
    } else if (request.task === 'read closely') {
      const reading = (await encoder.readClosely?.(request.question, request.passage)) ?? null;
      send({ type: 'read closely', id, reading });
    } else {
      send({ type: 'read', id, readings: (await encoder.read?.(request.question, request.passages)) ?? [] });
    }
  } catch (error) {
    send({ type: 'error', id, message: error instanceof Error ? error.message : String(error) });
  }
}

function send(reply: EncoderReply): void {
  process.send?.(reply);
}
