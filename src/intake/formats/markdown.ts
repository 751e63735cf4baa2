import { marked } from 'marked';
import { decodeBytes } from '../text/encoding.ts';
import { superscript } from '../text/note-marks.ts';
import { type Note, TextWriter } from '../text/writer.ts';
import type { Converted, SourceFile } from '../types.ts';
import { readPage } from './html.ts';

const FRONT_MATTER = /^---\n[\s\S]{0,4000}?\n---\n/;
const NOTE = /^\[\^([\w-]{1,30})\]:[ \t]*(.+(?:\n[ \t]+\S.*)*)$/gm;

/** Reads Markdown: marks of headings, emphasis and links go, their words stay; "[^1]" is a note. */
export function convertMarkdown({ name, bytes }: SourceFile): Converted {
  const source = decodeBytes(bytes, name).replace(/\r\n?/g, '\n').replace(FRONT_MATTER, '');
  const notes: Note[] = [];
  const numbers = new Map<string, string>();
  const body = source
    .replace(NOTE, (_, label: string, text: string) => {
      numbers.set(label, String(numbers.size + 1));
      notes.push({ mark: String(numbers.size), text });
      return '';
    })
    .replace(/\[\^([\w-]{1,30})\]/g, (whole, label: string) => superscript(numbers.get(label) ?? whole));
  const writer = new TextWriter();
  writer.notes(notes);
  const { text } = readPage(marked.parse(body, { async: false }), name);
  return { name, format: 'markdown', text: `${text}\n\n${writer}`, facts: {}, pages: null, remarks: [] };
}
