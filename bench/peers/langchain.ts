import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Encoder } from '../../src/encoder/types.ts';
import type { ComparedSystem } from '../compare/system.ts';
import type { Place } from '../eval/questions.ts';
import { textFiles } from './documents.ts';
import { peerModule } from './modules.ts';

interface Document {
  readonly pageContent: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

interface Embeddings {
  embedDocuments(texts: string[]): Promise<number[][]>;
  embedQuery(text: string): Promise<number[]>;
}

interface VectorStore {
  save(folder: string): Promise<void>;
  asRetriever(k: number): { invoke(question: string): Promise<Document[]> };
}

interface Splitters {
  readonly RecursiveCharacterTextSplitter: new () => {
    createDocuments(texts: string[], metadatas: Record<string, unknown>[]): Promise<Document[]>;
  };
}

interface Stores {
  readonly HNSWLib: {
    fromDocuments(documents: Document[], embeddings: Embeddings): Promise<VectorStore>;
    load(folder: string, embeddings: Embeddings): Promise<VectorStore>;
  };
}

/** As LangChain.js's own pages build it: its splitter and its HNSWLib store at their defaults, with our encoder. */
export async function langchain(encoder: Encoder): Promise<ComparedSystem> {
  const { RecursiveCharacterTextSplitter } = await peerModule<Splitters>('@langchain/textsplitters');
  const { HNSWLib } = await peerModule<Stores>('@langchain/community/vectorstores/hnswlib');
  const embeddings = embeddingsOf(encoder);
  const sources = new Map<string, string>();
  let store: VectorStore | null = null;
  return {
    async build(lettersDir, indexDir) {
      const files = await textFiles(lettersDir);
      const texts = await Promise.all(files.map((file) => readFile(path.join(lettersDir, file), 'utf8')));
      const splitter = new RecursiveCharacterTextSplitter();
      const documents = await splitter.createDocuments(
        texts,
        files.map((file) => ({ file })),
      );
      store = await HNSWLib.fromDocuments(documents, embeddings);
      await store.save(indexDir);
      return new Set(documents.map(({ metadata }) => metadata.file)).size;
    },
    async open(lettersDir, indexDir) {
      store = await HNSWLib.load(indexDir, embeddings);
      for (const file of await textFiles(lettersDir))
        sources.set(file, await readFile(path.join(lettersDir, file), 'utf8'));
    },
    async ask(question, k) {
      if (!store) throw new Error('nothing was opened');
      const documents = await store.asRetriever(k).invoke(question);
      return { places: documents.map((document) => placeIn(sources, document)) };
    },
    close: () => encoder.close(),
  };
}

function embeddingsOf(encoder: Encoder): Embeddings {
  const vectors = async (texts: readonly string[], kind: 'passage' | 'query') => {
    const encodings = await encoder.encode(
      texts.map((text) => [text]),
      kind,
    );
    return encodings.map(({ vector }) => [...vector]);
  };
  return {
    embedDocuments: (texts) => vectors(texts, 'passage'),
    embedQuery: async (text) => (await vectors([text], 'query'))[0] ?? [],
  };
}

/** Chunks say in which lines they stand; they are stretches of their text, without the white space around. */
function placeIn(sources: ReadonlyMap<string, string>, { pageContent, metadata }: Document): Place {
  const file = String(metadata.file);
  const start = sources.get(file)?.indexOf(pageContent) ?? -1;
  return { file, start, end: start < 0 ? start : start + pageContent.length };
}
