import type { Letter, Part, PartKind, Passage } from '../letters/types.ts';

/** A piece of a letter as its page shows it. */
export type Block =
  | { readonly is: 'heading'; readonly section: number; readonly title: string }
  /** A paragraph, a note, an address: the passages that it was cut into. */
  | { readonly is: 'passages'; readonly kind: PartKind; readonly passages: Passage[] }
  /** A part that is never quoted: a salutation, a page number. */
  | { readonly is: 'part'; readonly part: Part };

export interface Blocks {
  readonly text: readonly Block[];
  /** Footnotes, wherever in the text they stand. */
  readonly notes: readonly Passage[];
}

/** All of a letter's parts, once each, in order: what interrupts a paragraph follows it. */
export function blocksOf(letter: Letter): Blocks {
  const text: Block[] = [];
  const notes: Passage[] = [];
  let next = 0;
  /** What is not skipped in a passage stands in it, up to its end. */
  let shownTo = 0;
  const skipped = new Set<number>();
  for (const part of letter.parts) {
    const own: Passage[] = [];
    for (let passage = letter.passages[next]; passage && passage.start < part.end; passage = letter.passages[++next])
      own.push(passage);
    if (own.some(({ kind }) => kind === 'footnote')) notes.push(...own);
    else if (own.length > 0) {
      const last = text.findLast((block) => block.is === 'passages' && block.kind === part.kind);
      const goesOn = last?.is === 'passages' && (last.passages.at(-1)?.end ?? 0) > part.start;
      if (goesOn && !skipped.has(part.start)) last.passages.push(...own);
      else text.push({ is: 'passages', kind: own[0]?.kind ?? part.kind, passages: own });
    } else if (part.start >= shownTo || skipped.has(part.start)) text.push(...unquoted(letter, part));
    for (const passage of own) {
      for (const { start } of passage.skipped) skipped.add(start);
      shownTo = Math.max(shownTo, passage.end);
    }
  }
  return { text, notes };
}

/** A heading once, also where it is made of several parts; any other part as it is. */
function unquoted({ sections }: Letter, part: Part): Block[] {
  if (part.kind !== 'heading') return [{ is: 'part', part }];
  const section = sections.findIndex(
    ({ heading }) => heading && part.start >= heading.start && part.end <= heading.end,
  );
  const found = sections[section];
  if (!found?.heading || found.title === null) return [{ is: 'part', part }];
  return part.start === found.heading.start ? [{ is: 'heading', section, title: found.title }] : [];
}
