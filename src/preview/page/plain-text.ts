import type { Component } from '../../local-discord/limits/components.ts';
import type { Message } from '../../local-discord/world/messages.ts';
import { type Block, parseMarkdown } from './markdown.ts';
import type { Inline } from './markdown-inline.ts';

/** The words of a message without their form: for what is read aloud and for the line above a reply. */
export function plainText({ content, components }: Message): string {
  return [content, ...components.flatMap(textsOf)]
    .map(words)
    .filter((it) => it !== '')
    .join(' ');
}

function textsOf(component: Component): string[] {
  if (component.type === 10) return [component.content];
  // What is covered is not told.
  if (component.type === 17 && component.spoiler) return [];
  return component.type === 17 || component.type === 9 ? component.components.flatMap(textsOf) : [];
}

function words(text: string): string {
  return parseMarkdown(text).map(ofBlock).join(' ').trim();
}

function ofBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map(ofInline).join(' ');
    case 'heading':
    case 'small':
      return ofInline(block.text);
    case 'quote':
      return block.blocks.map(ofBlock).join(' ');
    case 'list':
      return block.items.map(({ text, inner }) => [ofInline(text), ...inner.map(ofBlock)].join(' ')).join(', ');
    case 'code':
      return block.text;
  }
}

function ofInline(line: readonly Inline[]): string {
  return line
    .map((it) => {
      switch (it.kind) {
        case 'text':
        case 'code':
          return it.text;
        case 'command':
          return `/${it.name}`;
        case 'mention':
        case 'time':
        case 'spoiler':
          return '';
        default:
          return ofInline(it.inner);
      }
    })
    .join('');
}
