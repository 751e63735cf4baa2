import { load } from 'cheerio/slim';
import { tidyDossier } from '../../letters/papers.ts';
import { IntakeProblem } from '../problems.ts';
import { decodeBytes } from '../text/encoding.ts';
import { assertShallow, elements, type TreeNode, textOf } from '../text/tree.ts';
import type { Converted, Facts, SourceFile } from '../types.ts';
import { writeOfficialXml } from './official-xml-text.ts';
import { factsOfIdentifier } from './paper-id.ts';

/** The dialect since about 2009, and the one before it. */
const ROOTS = ['officiele-publicatie', 'kamerwrk'];

/**
 * Reads the XML of the official publications in both its dialects. Entities are never resolved.
 *
 * @throws IntakeProblem where it declares entities, is other XML, or holds no paper.
 */
export function convertOfficialXml({ name, bytes }: SourceFile): Converted {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const xml = decodeBytes(bytes, name, /encoding\s*=\s*["']([\w-]+)/.exec(head)?.[1]);
  if (declaresEntities(xml)) {
    throw new IntakeProblem(
      name,
      'entities',
      'declares XML entities, which no official publication does; it is not read.',
    );
  }
  assertShallow(xml, name);
  const document: TreeNode = load(xml, { xml: true }).root()[0] ?? { type: 'root' };
  const root = (document.children ?? []).find(({ type }) => type === 'tag');
  if (!root?.name || !ROOTS.includes(root.name)) {
    throw new IntakeProblem(
      name,
      'other_kind',
      `is XML, but not of the official publications (its root is <${root?.name ?? 'none'}>); add its PDF or web page.`,
    );
  }
  return { name, format: 'xml', text: writeOfficialXml(root), facts: paperFacts(root), pages: null, remarks: [] };
}

function paperFacts(root: TreeNode): Facts {
  const record = elements(root, 'meta').find(({ attribs }) => attribs?.name === 'OVERHEIDop.externMetadataRecord');
  const known = factsOfIdentifier(record?.attribs?.content ?? '');
  const dossiers = [
    ...elements(root, 'dossiernummer').map((one) => textOf(one)),
    ...elements(root, 'onderw').flatMap((one) => elements(one, 'nummer').map((number) => textOf(number))),
  ].filter((one) => /^\d{2} ?\d{3}\b/.test(one));
  const numberOf = elements(root, 'ondernummer')[0] ?? childOfPaper(root);
  const number = numberOf ? textOf(numberOf) : known.number;
  return {
    ...known,
    ...(dossiers.length > 0 ? { dossiers: [...new Set(dossiers.map(tidyDossier))] } : {}),
    ...(number ? { number } : {}),
  };
}

/** The older dialect has the paper's number right under `<stuk>`. */
function childOfPaper(root: TreeNode): TreeNode | undefined {
  return elements(root, 'stuk')[0]?.children?.find(({ name }) => name === 'nummer');
}

/** Whether there is a declaration of an entity, or a place for one: a bracket in the document type declaration. */
function declaresEntities(xml: string): boolean {
  if (/<!ENTITY/i.test(xml)) return true;
  return xml.split('>').some((piece) => {
    const at = piece.search(/<!DOCTYPE/i);
    return at >= 0 && piece.includes('[', at);
  });
}
