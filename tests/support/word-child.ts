/** An encoder's process without a model: all of the bot is tried with it but the model's own arithmetic. */
import { serveEncoder } from '../../src/encoder/serve.ts';
import { wordEncoder } from './word-encoder.ts';

await serveEncoder(async () => wordEncoder());
