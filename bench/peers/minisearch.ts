import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ComparedSystem } from '../compare/system.ts';
import { type PassageDocument, passageDocuments } from './documents.ts';
import { peerModule } from './modules.ts';

interface Index {
  addAll(documents: readonly PassageDocument[]): void;
  search(question: string): { readonly id: string }[];
}

interface Module {
  readonly default: (new (options: {
    fields: string[];
  }) => Index) & {
    loadJSON(json: string, options: { fields: string[] }): Index;
  };
}

const OPTIONS = { fields: ['text'] };

/** Keyword search at its defaults, over the same passages; the only one that knows no vectors. */
export async function minisearch(): Promise<ComparedSystem> {
  const { default: MiniSearch } = await peerModule<Module>('minisearch');
  let index: Index | null = null;
  let held: readonly PassageDocument[] = [];
  return {
    async build(lettersDir, indexDir) {
      const { documents, letters } = await passageDocuments(lettersDir);
      index = new MiniSearch(OPTIONS);
      index.addAll(documents);
      await writeFile(path.join(indexDir, 'minisearch.json'), JSON.stringify(index));
      return letters;
    },
    async open(lettersDir, indexDir) {
      held = (await passageDocuments(lettersDir)).documents;
      index = MiniSearch.loadJSON(await readFile(path.join(indexDir, 'minisearch.json'), 'utf8'), OPTIONS);
    },
    async ask(question, k) {
      const found = index?.search(question).slice(0, k) ?? [];
      return { places: found.flatMap(({ id }) => held[Number(id)]?.place ?? []) };
    },
    async close() {},
  };
}
