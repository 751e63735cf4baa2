import type { Encoder } from '../../src/encoder/types.ts';
import type { ComparedSystem } from '../compare/system.ts';
import { type PassageDocument, passageDocuments, questionVector, vectorsOf } from './documents.ts';
import { peerModule } from './modules.ts';

/** Below, LanceDB compares every vector, as its own pages advise. */
const INDEXED_FROM = 10_000;

interface Query {
  fullTextSearch(text: string): Query;
  nearestTo(vector: number[]): Query;
  rerank(reranker: object): Query;
  select(columns: string[]): Query;
  limit(k: number): Query;
  toArray(): Promise<{ readonly id: string }[]>;
}

interface Table {
  createIndex(column: string, options?: object): Promise<void>;
  query(): Query;
}

interface Connection {
  createTable(name: string, rows: object[], options: object): Promise<Table>;
  openTable(name: string): Promise<Table>;
}

interface Module {
  connect(folder: string): Promise<Connection>;
  readonly Index: { fts(options: object): object };
  readonly rerankers: { readonly RRFReranker: { create(): Promise<object> } };
}

/** Vectors and full text with Dutch stemming, joined by reciprocal ranks, over the same passages. */
export async function lancedb(encoder: Encoder): Promise<ComparedSystem> {
  const { connect, Index, rerankers } = await peerModule<Module>('@lancedb/lancedb');
  const reranker = await rerankers.RRFReranker.create();
  let held: readonly PassageDocument[] = [];
  let table: Table | null = null;
  return {
    async build(lettersDir, indexDir) {
      const { documents, letters } = await passageDocuments(lettersDir);
      const vectors = await vectorsOf(documents, encoder);
      const rows = documents.map(({ id, text }, i) => ({ id, text, vector: vectors[i] }));
      table = await (await connect(indexDir)).createTable('passages', rows, { mode: 'overwrite' });
      await table.createIndex('text', { config: Index.fts({ language: 'Dutch', stem: true, asciiFolding: true }) });
      if (rows.length >= INDEXED_FROM) await table.createIndex('vector');
      return letters;
    },
    async open(lettersDir, indexDir) {
      held = (await passageDocuments(lettersDir)).documents;
      table = await (await connect(indexDir)).openTable('passages');
    },
    async ask(question, k) {
      if (!table) throw new Error('nothing was opened');
      const vector = await questionVector(question, encoder);
      const query = table.query().fullTextSearch(question).nearestTo(vector).rerank(reranker);
      const rows = await query.select(['id']).limit(k).toArray();
      return { places: rows.flatMap(({ id }) => held[Number(id)]?.place ?? []) };
    },
    close: () => encoder.close(),
  };
}
