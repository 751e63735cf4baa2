/** The encoder's own process: `child.js MODEL CACHE`, either empty for the usual one. */
import { serveEncoder } from './serve.ts';
import { loadEncoder } from './transformers.ts';

const [model = '', cache = ''] = process.argv.slice(2);
await serveEncoder(() => loadEncoder({ model: model || undefined, cache: cache || undefined }), model);
