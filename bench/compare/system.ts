import type { Place } from '../eval/questions.ts';

/** What one of our own questions spent where, in ms of processor time. */
export type Stages = Readonly<Record<string, number>>;

export interface Found {
  /** Best first. */
  readonly places: readonly Place[];
  readonly stages?: Stages | undefined;
}

/** Something that makes an index of letters and finds places in them: ours, or what others would use. */
export interface ComparedSystem {
  /**
   * Makes an index of a letters folder, or brings one up to date.
   * @returns how many letters are in it
   */
  build(lettersDir: string, indexDir: string): Promise<number>;
  /** Opens what `build` made, in the same process or another one. */
  open(lettersDir: string, indexDir: string): Promise<void>;
  /** The best `k` places for a question. */
  ask(question: string, k: number): Promise<Found>;
  close(): Promise<void>;
}

/** What each is called on the command line, and in tables. */
export const SYSTEMS = {
  briefwijzer: 'Briefwijzer',
  'without-reader': 'Briefwijzer without its reader',
  langchain: 'LangChain.js, HNSWLib',
  orama: 'Orama, hybrid',
  lancedb: 'LanceDB, hybrid',
  minisearch: 'MiniSearch',
} as const;

export type SystemName = keyof typeof SYSTEMS;
