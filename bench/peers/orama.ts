import type { Encoder } from '../../src/encoder/types.ts';
import type { ComparedSystem } from '../compare/system.ts';
import { type PassageDocument, passageDocuments, questionVector, vectorsOf } from './documents.ts';
import { peerModule } from './modules.ts';

type Database = object;

interface Module {
  create(options: object): Database;
  insertMultiple(database: Database, documents: object[], batch?: number): Promise<string[]>;
  search(database: Database, query: object): Promise<{ readonly hits: { readonly id: string }[] }>;
}

/** Hybrid search at its defaults over the same passages, with Dutch tokenizing. It keeps its index in memory alone. */
export async function orama(encoder: Encoder): Promise<ComparedSystem> {
  const { create, insertMultiple, search } = await peerModule<Module>('@orama/orama');
  let held: readonly PassageDocument[] = [];
  let database: Database | null = null;
  const system: ComparedSystem = {
    async build(lettersDir) {
      const { documents, letters } = await passageDocuments(lettersDir);
      const vectors = await vectorsOf(documents, encoder);
      const schema = { text: 'string', vector: `vector[${encoder.dimension}]` };
      database = create({ schema, language: 'dutch' });
      await insertMultiple(
        database,
        documents.map(({ id, text }, i) => ({ id, text, vector: vectors[i] })),
      );
      held = documents;
      return letters;
    },
    async open(lettersDir, indexDir) {
      if (!database) await system.build(lettersDir, indexDir);
    },
    async ask(question, k) {
      if (!database) throw new Error('nothing was opened');
      const vector = { value: await questionVector(question, encoder), property: 'vector' };
      const { hits } = await search(database, {
        mode: 'hybrid',
        term: question,
        vector,
        // Its own lowest similarity, .8, leaves out what this encoder finds.
        similarity: 0,
        limit: k,
      });
      return { places: hits.flatMap(({ id }) => held[Number(id)]?.place ?? []) };
    },
    close: () => encoder.close(),
  };
  return system;
}
