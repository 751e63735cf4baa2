import path from 'node:path';
import { loadEncoder } from '../../encoder/transformers.ts';
import type { Encoder } from '../../encoder/types.ts';
import { IndexProblem } from '../../indexing/errors.ts';
import { assertCurrent } from '../../indexing/freshness.ts';
import type { IndexStore } from '../../indexing/index-store.ts';
import { readThesauri } from '../../indexing/thesaurus.ts';
import { readLetters } from '../../letters/read.ts';
import { THESAURUS } from '../../letters/walk.ts';
import { TokenStoreBuilder } from '../../retrieval/rerank/token-store-builder.ts';
import { hnswAvailable } from '../../retrieval/vector/vector-index.ts';
import type { Settings } from '../options/settings.ts';
import { checkDatabase } from './check-database.ts';
import type { Finding } from './finding.ts';
import { libraryOf } from './open-library.ts';
import { openStore } from './open-store.ts';

/** The oldest Node.js that Briefwijzer runs on: major, minor. */
const NODE_FLOOR = [20, 19] as const;

/** Where hnswlib-node could not be built: it needs Python 3, make, a C++ compiler and Node's headers. */
const MEND_HNSW =
  "npm rebuild hnswlib-node (with Python 3, make and a C++ compiler installed; where nodejs.org can't be reached, put npm_config_nodedir=<prefix that holds include/node> in front)";

export interface CheckOptions {
  /** Also ask a question, and ask Discord about the token. */
  readonly full: boolean;
}

/** Checks everything Briefwijzer stands on, from the ground up; what depends on something broken is left out. */
export async function runChecks(settings: Settings, { full }: CheckOptions): Promise<Finding[]> {
  const findings = [checkNode(), checkHnsw(), await checkLetters(settings), ...(await checkDatabase(settings.config))];
  const encoder = await loadEncoder({ model: settings.model }).catch((error: Error) => error);
  if (encoder instanceof Error) findings.push({ about: 'Encoder', state: 'broken', says: encoder.message });
  else {
    const store = await openStore(settings);
    try {
      findings.push(await checkEncoder(encoder), await checkReader(encoder), await checkCrossEncoder(encoder));
      findings.push(await checkIndex(settings, store, encoder));
      if (full) findings.push(await checkAnswer(settings, store, encoder));
    } finally {
      await store.close();
      await encoder.close();
    }
  }
  const { checkToken } = await import('./check-token.ts');
  findings.push(await checkToken(settings.config, full));
  return findings;
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const old = major < NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor < NODE_FLOOR[1]);
  const floor = NODE_FLOOR.join('.');
  if (old)
    return { about: 'Node.js', state: 'broken', says: `${process.version} is too old; install ${floor} or newer.` };
  return { about: 'Node.js', state: 'ok', says: `${process.version} on ${process.platform}-${process.arch}` };
}

function checkHnsw(): Finding {
  const about = 'Vector search';
  if (hnswAvailable()) return { about, state: 'ok', says: 'HNSW (hnswlib-node)' };
  return { about, state: 'hint', says: `exact, for hnswlib-node is not built. To build it: ${MEND_HNSW}` };
}

async function checkLetters({ lettersDir }: Settings): Promise<Finding> {
  const about = 'Letters';
  try {
    const { letters, skipped } = await readLetters(lettersDir);
    readThesauri(path.join(lettersDir, THESAURUS));
    const problems = skipped.flatMap(({ problem }) => problem ?? []);
    const others = skipped.length > problems.length ? `, ${skipped.length - problems.length} other files skipped` : '';
    const says = `${letters.length} in ${lettersDir}${others}`;
    if (problems.length === 0) return { about, state: 'ok', says };
    return { about, state: 'hint', says: `${says}; ${problems.length} left out: ${problems.join(' ')}` };
  } catch (error) {
    return { about, state: 'broken', says: error instanceof Error ? error.message : String(error) };
  }
}

async function checkEncoder(encoder: Encoder): Promise<Finding> {
  const begun = performance.now();
  await encoder.encode([['Wat is besloten over Afghanistan?']], 'query');
  const ms = (performance.now() - begun).toFixed(1);
  return {
    about: 'Encoder',
    state: 'ok',
    says: `${encoder.fingerprint}, ${encoder.dimension} dimensions, a question in ${ms} ms`,
  };
}

/** Whether what is found is also read: what tells an answer from what is only about the same thing. */
async function checkReader(encoder: Encoder): Promise<Finding> {
  const about = 'Reader';
  if (encoder.unread) return { about, state: 'broken', says: encoder.unread };
  if (!encoder.read) {
    return { about, state: 'hint', says: 'none with this model: what only bears on a question may pass for an answer' };
  }
  const [asked] = await encoder.encode([['Hoeveel kost de kazerne?']], 'query');
  const [passage] = await encoder.encode([['', 'De kazerne kost 40 miljoen euro.']], 'passage');
  const question = asked?.tokens?.[0];
  if (!question) return { about, state: 'broken', says: 'the encoder gives no token vectors to read' };
  const store = new TokenStoreBuilder().add(passage?.tokens ?? []).finish();
  const begun = performance.now();
  await encoder.read(question, [store.sentenceRows(0)]);
  return { about, state: 'ok', says: `reads a passage in ${(performance.now() - begun).toFixed(1)} ms` };
}

/** Whether the best passages are read once more, together with the question. */
async function checkCrossEncoder(encoder: Encoder): Promise<Finding> {
  const about = 'Cross-encoder';
  if (!encoder.readClosely)
    return { about, state: 'hint', says: 'none: whether there is an answer is told less surely' };
  const begun = performance.now();
  await encoder.readClosely('Hoeveel kost de kazerne?', ['', 'De kazerne kost 40 miljoen euro.']);
  return { about, state: 'ok', says: `reads a passage in ${(performance.now() - begun).toFixed(1)} ms` };
}

async function checkIndex({ indexDir, lettersDir }: Settings, store: IndexStore, encoder: Encoder): Promise<Finding> {
  const about = 'Index';
  try {
    if (!store.shared) await assertCurrent({ indexDir, lettersDir, encoder });
    const { manifest } = await store.load(encoder);
    const { letters, passages, builtAt } = manifest;
    const where = store.shared ? ` in ${store.name}` : '';
    return { about, state: 'ok', says: `${letters.length} letters, ${passages} passages${where}, built at ${builtAt}` };
  } catch (error) {
    // `ask` builds these by itself.
    const mended = ['missing', 'stale', 'other_letters'];
    if (error instanceof IndexProblem && mended.includes(error.state))
      return { about, state: 'hint', says: error.message };
    return { about, state: 'broken', says: error instanceof Error ? error.message : String(error) };
  }
}

async function checkAnswer(settings: Settings, store: IndexStore, encoder: Encoder): Promise<Finding> {
  const about = 'Answers';
  try {
    const library = await libraryOf(settings, encoder, store);
    const heading = library.letters.flatMap(({ sections }) => sections)[0] ?? 'de bijeenkomst';
    const { answered, elapsedMs } = await library.ask(`Wat staat er over ${heading}?`);
    return {
      about,
      state: 'ok',
      says: `asked about "${heading}": ${answered ? 'quoted' : 'refused'} in ${elapsedMs} ms`,
    };
  } catch (error) {
    return { about, state: 'broken', says: error instanceof Error ? error.message : String(error) };
  }
}
