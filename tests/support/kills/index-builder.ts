/** Builds an index without a model in a process of its own, which a test kills: `index-builder.js LETTERS INDEX`. */
import { buildIndex } from '../../../src/indexing/build.ts';
import { wordEncoder } from '../word-encoder.ts';

const [lettersDir = '', indexDir = ''] = process.argv.slice(2);
process.send?.('begun');
await buildIndex({ lettersDir, indexDir, encoder: wordEncoder() });
process.disconnect();
