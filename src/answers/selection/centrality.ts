import { turn } from '../turn.ts';
import { cosine } from './sentences.ts';

/** Probability of following an edge, as in PageRank. */
const DAMPING = 0.85;
const ROUNDS = 60;
const CLOSE_ENOUGH = 1e-6;
/** Beyond so many sentences the graph (n² edges) gives way to the distance from the centroid. */
const GRAPH_LIMIT = 1_500;
/** Rows of the graph between two turns of the event loop: others are served meanwhile. */
const ROWS_A_TURN = 150;

/**
 * How central each sentence is among all: continuous LexRank (Erkan and Radev 2004) over sentence vectors, where edges
 * weigh the cosine above the average one. Texts longer than 1,500 sentences are ranked by their cosine with the
 * centroid (Radev et al. 2004).
 *
 * @param vectors unit vectors of equal dimension
 * @returns one number a sentence, the largest 1
 */
export async function centrality(vectors: readonly Float32Array[], signal?: AbortSignal): Promise<Float64Array> {
  if (vectors.length === 0) return new Float64Array();
  return toOne(vectors.length > GRAPH_LIMIT ? byCentroid(vectors) : await lexRank(vectors, signal));
}

async function lexRank(vectors: readonly Float32Array[], signal?: AbortSignal): Promise<Float64Array> {
  const n = vectors.length;
  const edges = await similarities(vectors, signal);
  const floor = edges.reduce((sum, edge) => sum + edge, 0) / Math.max(1, n * n - n);
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const weight = Math.max(0, edges[i * n + j]! - floor);
      edges[i * n + j] = weight;
      out[i]! += weight;
    }
  let rank = new Float64Array(n).fill(1 / n);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(n).fill((1 - DAMPING) / n);
    for (let i = 0; i < n; i++) {
      if (out[i] === 0) continue;
      const flow = (DAMPING * rank[i]!) / out[i]!;
      for (let j = 0; j < n; j++) next[j]! += flow * edges[i * n + j]!;
    }
    const moved = next.reduce((sum, value, i) => sum + Math.abs(value - rank[i]!), 0);
    rank = next;
    if (moved < CLOSE_ENOUGH) break;
    if (round % 10 === 9) await turn(signal);
  }
  return rank;
}

/** All cosines, row after row; 0 on the diagonal. */
async function similarities(vectors: readonly Float32Array[], signal?: AbortSignal): Promise<Float32Array> {
  const n = vectors.length;
  const edges = new Float32Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const similarity = cosine(vectors[i]!, vectors[j]!);
      edges[i * n + j] = similarity;
      edges[j * n + i] = similarity;
    }
    if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await turn(signal);
  }
  return edges;
}

function byCentroid(vectors: readonly Float32Array[]): Float64Array {
  const centroid = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) for (let i = 0; i < centroid.length; i++) centroid[i]! += vector[i]!;
  return Float64Array.from(vectors, (vector) => Math.max(0, cosine(vector, centroid)));
}

function toOne(scores: Float64Array): Float64Array {
  const most = scores.reduce((a, b) => Math.max(a, b), 0);
  return most > 0 ? scores.map((score) => score / most) : scores;
}
