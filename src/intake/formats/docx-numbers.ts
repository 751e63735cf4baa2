import { load } from 'cheerio/slim';
import { elements, type TreeNode } from '../text/tree.ts';

/** The parts of a Word file that its lists are made of. */
export interface ListParts {
  readonly document: string;
  readonly numbering: string;
  readonly styles: string;
}

/** An item of a list: a paragraph that says itself which list it belongs to. */
interface Item {
  readonly list: string | undefined;
  readonly level: string | undefined;
  readonly inTextBox: boolean;
  /** Where its text begins. */
  readonly start: number;
}

/** How the items of a list are numbered on its first level. */
interface Form {
  readonly first: number;
  /** "%1." */
  readonly text: string;
  readonly isLetter: boolean;
}

const TOKENS = /<w:pPr[\s>]|<\/w:pPr>|<\/?w:txbxContent[\s>]|<w:numPr[\s>](?:(?!<\/w:numPr>)[\s\S]){0,300}<\/w:numPr>/g;
/** Paragraphs that were taken out with a record of it still stand in the file, and are not counted. */
const TAKEN_OUT = /<w:(?:del|moveFrom)[\s/>]/;

/**
 * The document with the numbers of its lists written before their items, "1." or "a)", where they are sure: of a list's
 * first level, counted from its start, of which no style and no other list takes a part.
 */
export function withListNumbers({ document, numbering, styles }: ListParts): string {
  if (TAKEN_OUT.test(document)) return document;
  const items = itemsOf(document);
  const forms = formsOf(numbering, items, styles);
  const counts = new Map<string | undefined, number>();
  let text = '';
  let from = 0;
  for (const { list, start } of items.filter(({ level }) => level === '0')) {
    const form = list === undefined ? undefined : forms.get(list);
    const count = counts.get(list) ?? 0;
    counts.set(list, count + 1);
    text += document.slice(from, start) + (form && hasText(document, start) ? run(form, form.first + count) : '');
    from = start;
  }
  return text + document.slice(from);
}

/** Whether a paragraph has text behind the place where it begins. */
function hasText(document: string, start: number): boolean {
  const next = /<w:t(?:\s[^<>]*)?>\s*[^\s<]|<\/w:p>/g;
  next.lastIndex = start;
  return next.exec(document)?.[0].startsWith('<w:t') ?? false;
}

function itemsOf(document: string): Item[] {
  const items: Item[] = [];
  let own: Omit<Item, 'start'> | null = null;
  let depth = 0;
  let boxes = 0;
  for (const { 0: token, index } of document.matchAll(TOKENS)) {
    if (token.startsWith('<w:pPr')) depth += 1;
    else if (token.startsWith('<w:txbx')) boxes += 1;
    else if (token.startsWith('</w:txbx')) boxes -= 1;
    else if (token === '</w:pPr>') {
      depth -= 1;
      if (depth === 0 && own) items.push({ ...own, start: index + token.length });
      if (depth === 0) own = null;
    } else if (depth === 1) {
      // Deeper stands what the paragraph was before a change.
      const level = /<w:ilvl w:val="(\d+)"/.exec(token)?.[1];
      own = { list: listsIn(token)[0], level, inTextBox: boxes > 0 };
    }
  }
  return items;
}

function listsIn(xml: string): string[] {
  return Array.from(xml.matchAll(/<w:numId w:val="(\d+)"/g), ([, list = '']) => list);
}

/** The forms of the lists whose numbers are sure. */
function formsOf(numbering: string, items: readonly Item[], styles: string): ReadonlyMap<string, Form> {
  const root: TreeNode = load(numbering, { xml: true }).root()[0] ?? { type: 'root' };
  const definitions = new Map(elements(root, 'w:abstractNum').map((one) => [one.attribs?.['w:abstractNumId'], one]));
  const lists = new Map(elements(root, 'w:num').map((one) => [one.attribs?.['w:numId'], one]));
  const definitionOf = (list: string | undefined): string | undefined => setting(lists.get(list), 'w:abstractNumId');
  const styled = new Set(listsIn(styles));
  const used = new Set([...styled, ...items.flatMap(({ list }) => list ?? [])]);
  const uses = new Map<string | undefined, number>();
  for (const list of used) uses.set(definitionOf(list), (uses.get(definitionOf(list)) ?? 0) + 1);
  const unsure = new Set(
    items.filter(({ level, inTextBox }) => level === undefined || inTextBox).map(({ list }) => list),
  );
  const forms = new Map<string, Form>();
  for (const list of used) {
    const definition = definitionOf(list);
    const isOwn = uses.get(definition) === 1;
    const isOverridden = lists.get(list)?.children?.some(({ name }) => name === 'w:lvlOverride');
    const form = formOf(definitions.get(definition));
    if (form && isOwn && !isOverridden && !styled.has(list) && !unsure.has(list)) forms.set(list, form);
  }
  return forms;
}

/** Of the forms that there are, the two that most lists have. */
function formOf(definition: TreeNode | undefined): Form | null {
  const level = definition?.children?.find(({ name, attribs }) => name === 'w:lvl' && attribs?.['w:ilvl'] === '0');
  const text = setting(level, 'w:lvlText');
  const first = setting(level, 'w:start');
  const kind = setting(level, 'w:numFmt');
  if (text === undefined || !/^\(?%1[.)]$/.test(text) || first === undefined || !/^\d{1,2}$/.test(first)) return null;
  if ((kind !== 'decimal' && kind !== 'lowerLetter') || setting(level, 'w:pStyle') !== undefined) return null;
  return { first: Number(first), text, isLetter: kind === 'lowerLetter' };
}

function setting(node: TreeNode | undefined, name: string): string | undefined {
  return node?.children?.find((child) => child.name === name)?.attribs?.['w:val'];
}

const MAX_NUMBER = 99;

/** No letter has longer lists, and behind z Word goes on in its own way. */
function run({ text, isLetter }: Form, number: number): string {
  if (isLetter ? number < 1 || number > 26 : number > MAX_NUMBER) return '';
  const written = isLetter ? String.fromCharCode(96 + number) : String(number);
  return `<w:r><w:t xml:space="preserve">${text.replace('%1', written)} </w:t></w:r>`;
}
