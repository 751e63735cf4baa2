import { decodeBytes } from '../text/encoding.ts';
import type { Converted, SourceFile } from '../types.ts';

/** Reads a text file as it is, in whatever encoding; form feeds stay and count its pages. */
export function convertText({ name, bytes }: SourceFile): Converted {
  const text = decodeBytes(bytes, name);
  const pages = text.includes('\f') ? text.trimEnd().split('\f').length : null;
  return { name, format: 'text', text, facts: {}, pages, remarks: [] };
}
