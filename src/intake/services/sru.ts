import { load } from 'cheerio/slim';
import { z } from 'zod';
import { publicationUrl, tidyDossier } from '../../letters/papers.ts';
import { assertShallow, descendants, type TreeNode, textOf } from '../text/tree.ts';
import type { Client } from './client.ts';
import { dossierSlug, type Paper, type PaperFile, paperSlug, type Wanted } from './paper.ts';
import { RequestProblem } from './problems.ts';

/** Records in one answer, and bytes of it. */
const PAGE = 100;
const MOST_BYTES = 16 * 1024 * 1024;
/** No dossier has so many papers. */
const MOST_PAGES = 200;

const isoDate = z.iso.date();
const recordSchema = z.object({
  identifier: z.string().min(1),
  dossiers: z.array(z.string().regex(/^\d{5}/)).min(1),
  number: z
    .string()
    .regex(/^\w{1,6}$/)
    .nullable(),
  kind: z.string(),
  title: z.string(),
  issued: isoDate.nullable().catch(null),
  modified: z.string(),
  files: z.array(z.object({ format: z.enum(['xml', 'html', 'pdf']), address: z.url({ protocol: /^https?$/ }) })),
});
type SruRecord = z.infer<typeof recordSchema>;

interface Page {
  readonly total: number;
  readonly records: readonly SruRecord[];
  /** Position of the first record of the next page, counted from 1; null on the last. */
  readonly next: number | null;
}

/**
 * The papers of a dossier in the official publications, by SRU 2.0 (searchRetrieve).
 *
 * @throws {RequestProblem} when the service does not answer, or not in its form
 */
export async function listPublications(
  base: string,
  dossier: string,
  wanted: Wanted,
  client: Client,
): Promise<Paper[]> {
  const papers: Paper[] = [];
  let start: number | null = 1;
  for (let pages = 0; start !== null && pages < MOST_PAGES; pages += 1) {
    const address = addressOf(base, dossier, wanted, start);
    const { bytes } = await client.get(address, { most: MOST_BYTES });
    const page = readPage(new TextDecoder().decode(bytes ?? undefined), start, address);
    papers.push(...page.records.map(paperOf));
    start = page.next;
  }
  return papers;
}

function addressOf(base: string, dossier: string, { since, number }: Wanted, start: number): string {
  const query = [
    'c.product-area==officielepublicaties',
    `w.dossiernummer=="${dossierSlug(dossier)}"`,
    'w.publicatienaam==Kamerstuk',
    ...(since === undefined ? [] : [`dt.date>=${since}`]),
    ...(number === undefined ? [] : [`w.ondernummer=="${number}"`]),
  ].join(' AND ');
  const url = new URL(base);
  for (const [name, value] of Object.entries({
    operation: 'searchRetrieve',
    version: '2.0',
    query: `${query} sortBy dt.identifier/sort.ascending`,
    startRecord: String(start),
    maximumRecords: String(PAGE),
  })) {
    url.searchParams.set(name, value);
  }
  return url.href;
}

function readPage(xml: string, start: number, address: string): Page {
  const root = rootOf(xml, address);
  const [count] = named(root, 'numberOfRecords');
  const total = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(count && textOf(count));
  if (!count || !total.success) {
    const said = named(root, 'diagnostic').flatMap((one) => named(one, 'message').map((message) => textOf(message)));
    throw new RequestProblem(address, 'unreadable', said[0] ?? 'it is no answer to a search');
  }
  const records = named(root, 'record');
  const [next] = named(root, 'nextRecordPosition').map((one) => Number(textOf(one)));
  const after = start + records.length;
  const goesOn = records.length > 0 && after <= total.data;
  return {
    total: total.data,
    records: records.flatMap(readRecord),
    next: goesOn ? (next !== undefined && next > start ? next : after) : null,
  };
}

function rootOf(xml: string, address: string): TreeNode {
  if (/<!ENTITY|<!DOCTYPE/i.test(xml)) throw new RequestProblem(address, 'unreadable', 'it declares entities');
  try {
    assertShallow(xml, 'the answer');
  } catch (error) {
    throw new RequestProblem(address, 'unreadable', 'its elements are nested too deep', { cause: error });
  }
  return load(xml, { xml: true }).root()[0] ?? { type: 'root' };
}

/** What is known of a paper; none for a record that is no paper of a dossier, such as an enclosure without a number. */
function readRecord(record: TreeNode): SruRecord[] {
  const all = (name: string): string[] =>
    named(record, name)
      .map((one) => textOf(one))
      .filter(Boolean);
  const kinds = [...named(record, 'subrubriek'), ...named(record, 'type')]
    .filter(({ attribs }) => attribs?.scheme === 'OVERHEIDop.KamerstukTypen')
    .map((one) => textOf(one));
  const enclosed = all('type').includes('Bijlage');
  const read = recordSchema.safeParse({
    identifier: all('identifier')[0],
    dossiers: [...new Set(all('dossiernummer'))],
    number: all('ondernummer')[0] ?? null,
    kind: enclosed ? 'Bijlage' : (kinds[0] ?? ''),
    title: all('documenttitel')[0] ?? all('title')[0]?.split('; ').slice(1).join('; ') ?? '',
    issued: all('issued')[0] ?? null,
    modified: all('modified')[0] ?? '',
    files: named(record, 'itemUrl')
      .map((one) => ({ format: one.attribs?.manifestation, address: textOf(one) }))
      .filter(({ format }) => format === 'xml' || format === 'html' || format === 'pdf'),
  });
  return read.success ? [read.data] : [];
}

function paperOf({ identifier, number, kind, title, issued, modified, ...record }: SruRecord): Paper {
  const dossiers = record.dossiers.map(tidyDossier);
  const [first = ''] = dossiers;
  const isPaper = number !== null && kind !== 'Bijlage';
  const url = isPaper ? publicationUrl(first, number) : `https://zoek.officielebekendmakingen.nl/${identifier}.html`;
  return {
    name: isPaper ? paperSlug(first, number) : identifier,
    dossiers,
    number: isPaper ? number : null,
    date: issued,
    kind,
    subject: title.replace(/^brief regering;\s*/i, '') || null,
    files: record.files.map((file): PaperFile => ({ ...file, url, changed: modified })),
  };
}

/** Elements of a name, whatever prefix their namespace has. */
function named(node: TreeNode, name: string): TreeNode[] {
  return [...descendants(node)].filter((one) => one.name === name || one.name?.endsWith(`:${name}`));
}
