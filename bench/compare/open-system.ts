import { loadEncoder } from '../../src/encoder/transformers.ts';
import { lancedb } from '../peers/lancedb.ts';
import { langchain } from '../peers/langchain.ts';
import { minisearch } from '../peers/minisearch.ts';
import { orama } from '../peers/orama.ts';
import { ours } from './ours.ts';
import { standInEncoder } from './stand-in-encoder.ts';
import type { ComparedSystem, SystemName } from './system.ts';

/**
 * Loads a system and its encoder into this process.
 * @param encoding whether passages are encoded, or get stand-ins
 */
export async function openSystem(name: SystemName, encoding: 'real' | 'stand-in'): Promise<ComparedSystem> {
  if (name === 'minisearch') return minisearch();
  const loaded = await loadEncoder();
  const encoder = encoding === 'real' ? loaded : standInEncoder(loaded);
  switch (name) {
    case 'briefwijzer':
      return ours(encoder, { reader: true });
    case 'without-reader':
      return ours(encoder, { reader: false });
    case 'langchain':
      return langchain(encoder);
    case 'orama':
      return orama(encoder);
    case 'lancedb':
      return lancedb(encoder);
  }
}
