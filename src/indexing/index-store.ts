import type { Encoder } from '../encoder/types.ts';
import { type BuildOptions, type BuildReport, buildIndex } from './build.ts';
import { type LoadedIndex, loadIndex, requireManifest } from './load.ts';
import type { IndexFacts } from './manifest.ts';

/** Where an index is kept: a folder, or a database. */
export interface IndexStore {
  /** As sentences name it. */
  readonly name: string;
  /**
   * Whether others read it too: it is built when that is asked for, never by the way, and is not compared with the letters
   * that happen to lie on this machine.
   */
  readonly shared: boolean;
  /** The offline job. @throws {Problem} when the letters can't be read or the index can't be written */
  build(options: Omit<BuildOptions, 'indexDir'>): Promise<BuildReport>;
  /** @throws {Problem} when there is no index, or none that this encoder can search */
  load(encoder: Pick<Encoder, 'name' | 'fingerprint'>): Promise<LoadedIndex>;
  /** What is there now. @throws {Problem} as `load` */
  facts(encoder: Pick<Encoder, 'name' | 'fingerprint'>): Promise<IndexFacts>;
  close(): Promise<void>;
}

/** An index folder. */
export function folderStore(indexDir: string): IndexStore {
  return {
    name: indexDir,
    shared: false,
    build: (options) => buildIndex({ ...options, indexDir }),
    load: (encoder) => loadIndex(indexDir, encoder),
    facts: (encoder) => requireManifest(indexDir, encoder),
    async close() {},
  };
}
