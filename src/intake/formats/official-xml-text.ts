import { elementBefore, elements, type TreeNode, textOf } from '../text/tree.ts';
import { type Gap, type Note, TextWriter } from '../text/writer.ts';

const LEFT_OUT = new Set(
  'metadata versie ordernr vergjaar colspec plaatje illustratie noot.lijst verwijzing-bijlage'.split(' '),
);
/** Everything else is a paragraph or holds paragraphs. */
const INLINE = new Set(
  'nadruk extref intref sup inf datum nr li.nr ondernummer voornaam achternaam unl lidnr redactie i b em strong label'.split(
    ' ',
  ),
);
/** They can begin and end within a word. */
const WITHIN_WORDS = new Set('nadruk extref intref sup inf unl'.split(' '));
/** Their children stand on one line: "28 844 Integriteitsbeleid openbaar bestuur", "1 Leeswijzer". */
const ONE_LINE = new Set('dossier onderw kop stuknr naam deze dossiernummer'.split(' '));
const LINES = new Set('tekstregel functie naam deze subtitel plaats-datum'.split(' '));

/** The text of an official publication, both dialects: head, headings, paragraphs, lists, tables, signatures, notes. */
export function writeOfficialXml(root: TreeNode): string {
  const writer = new TextWriter();
  const notes: Note[] = [];
  new XmlWriter(writer, notes).node(root);
  writer.notes([...notes, ...olderNotes(root)]);
  return writer.toString();
}

/** The older dialect puts its notes behind the text. */
function olderNotes(root: TreeNode): Note[] {
  return elements(root, 'voetnoot').map((note) => ({ mark: note.attribs?.nr ?? '*', text: textOf(note) }));
}

class XmlWriter {
  constructor(
    private readonly writer: TextWriter,
    private readonly notes: Note[],
  ) {}

  node(node: TreeNode): void {
    const { name = '' } = node;
    if (node.type === 'text') this.writer.write(node.data ?? '');
    else if (name === '' || name.startsWith('?') || name === 'voetnoot' || LEFT_OUT.has(name)) return;
    else if (isKindOfPaper(node)) return;
    else if (name === 'noot') this.#note(node);
    else if (name === 'voetref') this.writer.mark(node.attribs?.nr ?? '*');
    else if (isChamberNumber(node)) this.#goOn(node, 'line');
    else if (isTitleOfPaper(node)) this.#goOn(node, 'blank');
    else if (name === 'li') this.#item(node);
    else if (name === 'row') this.#row(node);
    else if (INLINE.has(name)) this.#children(node);
    else if (ONE_LINE.has(name) && node.parent?.name !== 'kamerwrk') this.#oneLine(node);
    else this.#block(node, LINES.has(name) ? 'line' : 'blank');
  }

  #block(node: TreeNode, gap: Gap): void {
    this.writer.gap(gap);
    this.#children(node);
    this.writer.gap(gap);
  }

  #children(node: TreeNode): void {
    for (const child of node.children ?? []) this.node(child);
  }

  #goOn(node: TreeNode, gap: Gap): void {
    this.writer.resume();
    this.#flat(node);
    this.writer.gap(gap);
  }

  #oneLine(node: TreeNode): void {
    const gap = LINES.has(node.name ?? '') ? 'line' : 'blank';
    this.writer.gap(gap);
    this.#flat(node);
    if (node.name !== 'stuknr') this.writer.gap(gap);
  }

  #flat(node: TreeNode): void {
    if (node.type === 'text') this.writer.write(node.data ?? '');
    else if (node.name === 'noot' || node.name === 'voetref') this.node(node);
    else {
      const apart = WITHIN_WORDS.has(node.name ?? '') ? '' : ' ';
      this.writer.write(apart);
      for (const child of node.children ?? []) this.#flat(child);
      this.writer.write(apart);
    }
  }

  #note(node: TreeNode): void {
    const isNumber = ({ name }: TreeNode): boolean => name === 'noot.nr';
    const number = (node.children ?? []).find(isNumber);
    const mark = number ? textOf(number) : String(this.notes.length + 1);
    this.notes.push({ mark, text: textOf(node, isNumber) });
    this.writer.mark(mark);
  }

  #item(node: TreeNode): void {
    this.writer.gap('line');
    const number = (node.children ?? []).find(({ name }) => name === 'li.nr');
    this.writer.bullet((number && textOf(number)) || '-');
    for (const child of node.children ?? []) {
      if (child === number) continue;
      if (child.name === 'al') {
        this.writer.gap('line');
        this.#children(child);
      } else this.node(child);
    }
    this.writer.gap('line');
  }

  #row(node: TreeNode): void {
    this.writer.gap('line');
    for (const entry of elements(node, 'entry')) {
      if (textOf(entry) === '') continue;
      this.#flat(entry);
      this.writer.tab();
    }
    this.writer.gap('line');
  }
}

/** What stands before the paper's number and title on their line, by what stands there. */
const ON_NUMBER_LINE: Readonly<Record<string, readonly string[]>> = {
  titel: ['stuknr', 'nummer'],
  nummer: ['ltrlabel'],
};

/** "BRIEF VAN DE MINISTER VAN DEFENSIE" behind "Nr. 348". */
function isTitleOfPaper(node: TreeNode): boolean {
  const before = node.parent?.name === 'stuk' ? elementBefore(node)?.name : undefined;
  return before !== undefined && (ON_NUMBER_LINE[node.name ?? '']?.includes(before) ?? false);
}

/** "Kamerstukken" in the head: what the paper is, not what it says. */
function isKindOfPaper(node: TreeNode): boolean {
  return node.name === 'tekstregel' && node.attribs?.inhoud === 'documenttype';
}

/** The "2" of the Tweede Kamer. */
function isChamberNumber(node: TreeNode): boolean {
  return (
    (node.name === 'tekstregel' && node.attribs?.inhoud === 'kamernummer') ||
    (node.name === 'subtitel' && /^\d$/.test(textOf(node)))
  );
}
