import { z } from 'zod';
import { parseJson } from '../../json.ts';
import { addDays } from '../../letters/dates/periods.ts';
import { publicationUrl, tidyDossier } from '../../letters/papers.ts';
import type { Format } from '../types.ts';
import type { Client } from './client.ts';
import { dossierSlug, type Paper, paperSlug, type Wanted } from './paper.ts';
import { RequestProblem } from './problems.ts';

const MOST_BYTES = 16 * 1024 * 1024;
/** Pages of 250 documents: no dossier has so many. */
const MOST_PAGES = 100;

/** The formats in which the Tweede Kamer keeps documents, as far as they are read. */
const FORMATS: Readonly<Record<string, Format>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/html': 'html',
  'application/xml': 'xml',
  'text/xml': 'xml',
};

const dossierSchema = z.object({ Id: z.guid(), Nummer: z.int(), Toevoeging: z.string().nullish() });

const documentSchema = z.object({
  Id: z.guid(),
  Soort: z.string().nullish(),
  DocumentNummer: z.string().regex(/^\w{1,30}$/),
  Onderwerp: z.string().nullish(),
  Datum: z.string().nullish(),
  /** Its number within its dossier; none, or none above 0, where it has no number. */
  Volgnummer: z.int().nullish(),
  ContentType: z.string().nullish(),
  ContentLength: z.int().nullish(),
  GewijzigdOp: z.string().nullish(),
  Kamerstukdossier: z.array(dossierSchema).nullish(),
});
type Document = z.infer<typeof documentSchema>;

const pageSchema = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/**
 * The documents of a dossier in the Tweede Kamer's open data (OData v4): those of the dossier itself, and those of its
 * cases.
 *
 * @throws {RequestProblem} when the service does not answer, or not in its form
 */
export async function listDocuments(
  base: string,
  dossier: string,
  { since, number }: Wanted,
  client: Client,
): Promise<Paper[]> {
  const id = await dossierId(base, dossier, client);
  if (id === null) return [];
  const ofDossier = `Kamerstukdossier/any(d:d/Id eq ${id})`;
  const address = addressOf(base, 'Document', {
    $filter: [
      'Verwijderd eq false',
      `(${ofDossier} or Zaak/any(z:z/${ofDossier}))`,
      // Days begin before midnight UTC in the Netherlands.
      ...(since === undefined ? [] : [`Datum ge ${addDays(since, -1)}T00:00:00Z`]),
      ...(number === undefined ? [] : [`Volgnummer eq ${number}`]),
    ].join(' and '),
    $select: 'Id,Soort,DocumentNummer,Onderwerp,Datum,Volgnummer,ContentType,ContentLength,GewijzigdOp',
    $expand: 'Kamerstukdossier($select=Id,Nummer,Toevoeging)',
    $orderby: 'Datum desc',
  });
  const documents = await readAll(address, documentSchema, client);
  return documents.map((document) => paperOf(document, base, dossier));
}

/** The dossier's own id. "21501-28" is number 21501 with the addition 28. */
async function dossierId(base: string, dossier: string, client: Client): Promise<string | null> {
  const [number = '', addition = null] = dossierSlug(dossier).split(/-(.*)/s);
  const address = addressOf(base, 'Kamerstukdossier', {
    $filter: `Verwijderd eq false and Nummer eq ${Number.parseInt(number, 10)}`,
    $select: 'Id,Nummer,Toevoeging',
  });
  const found = await readAll(address, dossierSchema, client);
  return found.find(({ Toevoeging: one }) => (one?.trim() || null) === addition)?.Id ?? null;
}

function addressOf(base: string, entity: string, options: Readonly<Record<string, string>>): string {
  const query = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${base.replace(/\/$/, '')}/${entity}?${query.join('&')}`;
}

/** All entities of a question, page after page; one that is not in the documented form is left out. */
async function readAll<T>(address: string, schema: z.ZodType<T>, client: Client): Promise<T[]> {
  const read: T[] = [];
  const asked = new Set<string>();
  for (let at: string | undefined = address; at !== undefined && !asked.has(at) && asked.size < MOST_PAGES; ) {
    asked.add(at);
    const { bytes } = await client.get(at, { most: MOST_BYTES });
    const page = pageSchema.safeParse(parseJson(new TextDecoder().decode(bytes ?? undefined)));
    if (!page.success) throw new RequestProblem(at, 'unreadable', 'it is no list in JSON');
    for (const one of page.data.value) {
      const entity = schema.safeParse(one);
      if (entity.success) read.push(entity.data);
    }
    const next: string | undefined = page.data['@odata.nextLink'];
    at = next === undefined ? undefined : URL.canParse(next, at) ? new URL(next, at).href : next;
  }
  return read;
}

function paperOf(document: Document, base: string, asked: string): Paper {
  const { Id, Soort, DocumentNummer, Onderwerp, Datum, Volgnummer, ContentType, ContentLength, GewijzigdOp } = document;
  const dossiers = (document.Kamerstukdossier ?? []).map(({ Nummer, Toevoeging }) =>
    tidyDossier(`${Nummer}${Toevoeging ? `-${Toevoeging.trim()}` : ''}`),
  );
  const own = tidyDossier(asked);
  const [first] = dossiers.includes(own) ? [own] : dossiers;
  const number = Volgnummer && Volgnummer > 0 && first !== undefined ? String(Volgnummer) : null;
  const address = `${base.replace(/\/$/, '')}/Document(${Id})/resource`;
  const format = FORMATS[ContentType?.split(';')[0]?.trim().toLowerCase() ?? ''];
  const isPaper = first !== undefined && number !== null;
  const file = {
    address,
    // The official publication may follow later: until then the file itself is what people can open.
    url: isPaper ? publicationUrl(first, number) : address,
    changed: `${GewijzigdOp ?? ''} ${ContentLength ?? ''}`.trim(),
  };
  return {
    name: isPaper ? paperSlug(first, number) : DocumentNummer,
    dossiers,
    number,
    date: dayOf(Datum),
    kind: Soort ?? '',
    subject: Onderwerp?.trim() || null,
    files: format ? [{ ...file, format }] : [],
  };
}

/** The day of "2023-02-28T00:00:00+01:00", as it is written. */
function dayOf(moment: string | null | undefined): string | null {
  const day = z.iso.date().safeParse(moment?.slice(0, 10));
  return day.success ? day.data : null;
}
