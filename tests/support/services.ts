import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServiceAddresses } from '../../src/intake/services/find-papers.ts';

/** A paper as a service of these tests has it. */
export interface ServedPaper {
  readonly dossier: string;
  /** Its number within the dossier. */
  readonly number?: string;
  readonly kind: string;
  readonly title: string;
  readonly date: string;
  /** What SRU has of it, by form. */
  readonly sru?: Readonly<Record<string, string>>;
  /** What the open data has of it, and as what. */
  readonly odata?: { readonly body: string | Uint8Array; readonly type: string };
  readonly modified?: string;
  /** SRU's own name where it is not made of dossier and number. */
  readonly identifier?: string;
}

/** What goes wrong with a request instead of an answer. */
export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly cut: true }
  | { readonly endless: true };

/** The official services on this machine: they answer in the form that is documented, or as a test wants. */
export interface Services {
  readonly addresses: ServiceAddresses;
  papers: readonly ServedPaper[];
  /** Documents in one answer of the open data. */
  pageSize: number;
  /** Paths and queries asked for, in order. */
  readonly asked: string[];
  /** The next requests whose path and query hold `part` fail so, one fault each. */
  fail(part: string, ...faults: readonly Fault[]): void;
  stop(): Promise<void>;
}

export async function startServices(): Promise<Services> {
  const faults: { readonly part: string; readonly fault: Fault }[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', services.addresses.sru);
    const path = decodeURIComponent(url.pathname + url.search.replaceAll('+', ' '));
    services.asked.push(path);
    const at = faults.findIndex(({ part }) => path.includes(part));
    const [failing] = at < 0 ? [] : faults.splice(at, 1);
    if (failing) fail(failing.fault, response);
    else answer(url, request, response, services);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  const services: Services = {
    addresses: { sru: `${base}/sru`, odata: `${base}/OData/v4/2.0` },
    papers: [],
    pageSize: 250,
    asked: [],
    fail: (part, ...more) => void faults.push(...more.map((fault) => ({ part, fault }))),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return services;
}

function fail(fault: Fault, response: ServerResponse): void {
  if ('status' in fault) response.writeHead(fault.status, fault.headers).end(fault.body);
  else if ('cut' in fault) {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('<?xml', () => response.destroy());
  } else {
    response.writeHead(200);
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const more = (): void => {
      if (!response.destroyed) response.write(chunk, () => setImmediate(more));
    };
    more();
  }
}

function answer(url: URL, request: IncomingMessage, response: ServerResponse, services: Services): void {
  const { pathname } = url;
  if (pathname === '/sru') send(response, 'application/xml', sruPage(url, services));
  else if (pathname.endsWith('/Kamerstukdossier')) send(response, 'application/json', dossierPage(url, services));
  else if (pathname.endsWith('/Document')) send(response, 'application/json', documentPage(url, services));
  else sendFile(pathname, request, response, services);
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': type }).end(body);
}

const nameOf = ({ identifier, dossier, number }: ServedPaper): string => identifier ?? `kst-${dossier}-${number}`;
const versionOf = ({ modified, date }: ServedPaper): string => modified ?? date;

function sruPage(url: URL, { papers, addresses }: Services): string {
  const query = url.searchParams.get('query') ?? '';
  const [, dossier] = /w\.dossiernummer=="([^"]+)"/.exec(query) ?? [];
  const [, since = ''] = /dt\.date>=(\S+)/.exec(query) ?? [];
  const [, wanted] = /w\.ondernummer=="([^"]+)"/.exec(query) ?? [];
  const start = Number(url.searchParams.get('startRecord'));
  const most = Number(url.searchParams.get('maximumRecords'));
  const found = papers.filter(
    (paper) =>
      paper.sru &&
      paper.dossier === dossier &&
      paper.date >= since &&
      (wanted === undefined || paper.number === wanted),
  );
  const shown = found.slice(start - 1, start - 1 + most);
  const records = shown.map((paper, i) => record(paper, start + i, new URL(addresses.sru).origin));
  const next =
    start + shown.length <= found.length ? `<sru:nextRecordPosition>${start + most}</sru:nextRecordPosition>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?><sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse" xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:overheidwetgeving="http://standaarden.overheid.nl/wetgeving/"><sru:version>2.0</sru:version><sru:numberOfRecords>${found.length}</sru:numberOfRecords><sru:records>${records.join('')}</sru:records>${next}</sru:searchRetrieveResponse>`;
}

function record(paper: ServedPaper, position: number, origin: string): string {
  const { dossier, number, kind, title, date, sru = {} } = paper;
  const name = nameOf(paper);
  const items = Object.keys(sru).map(
    (form) => `<gzd:itemUrl manifestation="${form}">${origin}/frbr/kst/${name}/1/${form}/${name}.${form}</gzd:itemUrl>`,
  );
  return `<sru:record><sru:recordData><gzd:gzd><gzd:originalData><overheidwetgeving:meta><overheidwetgeving:owmskern><dcterms:identifier>${name}</dcterms:identifier><dcterms:title>Havens; ${title}</dcterms:title><dcterms:type scheme="OVERHEIDop.Parlementair">Kamerstuk</dcterms:type><dcterms:modified>${versionOf(paper)}</dcterms:modified></overheidwetgeving:owmskern><overheidwetgeving:owmsmantel><dcterms:issued>${date}</dcterms:issued></overheidwetgeving:owmsmantel><overheidwetgeving:tpmeta><overheidwetgeving:documenttitel>${title}</overheidwetgeving:documenttitel>${number ? `<overheidwetgeving:ondernummer>${number}</overheidwetgeving:ondernummer>` : ''}<overheidwetgeving:publicatienaam>Kamerstuk</overheidwetgeving:publicatienaam><overheidwetgeving:dossiernummer>${dossier}</overheidwetgeving:dossiernummer><overheidwetgeving:subrubriek scheme="OVERHEIDop.KamerstukTypen">${kind}</overheidwetgeving:subrubriek></overheidwetgeving:tpmeta></overheidwetgeving:meta></gzd:originalData><gzd:enrichedData><gzd:itemUrl manifestation="metadata">${origin}/frbr/metadata.xml</gzd:itemUrl>${items.join('')}</gzd:enrichedData></gzd:gzd></sru:recordData><sru:recordPosition>${position}</sru:recordPosition></sru:record>`;
}

/** An id of the right form for the paper, or dossier, of a number. */
const guid = (kind: number, n: number): string => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;

function dossiersOf(papers: readonly ServedPaper[]) {
  return [...new Set(papers.filter(({ odata }) => odata).map(({ dossier }) => dossier))].map((dossier, i) => {
    const [number, addition = null] = dossier.split('-');
    return { Id: guid(1, i), Nummer: Number(number), Toevoeging: addition, dossier };
  });
}

function dossierPage(url: URL, { papers }: Services): string {
  const [, number] = /Nummer eq (\d+)/.exec(url.searchParams.get('$filter') ?? '') ?? [];
  const value = dossiersOf(papers).filter(({ Nummer }) => String(Nummer) === number);
  return JSON.stringify({ '@odata.context': 'x', value });
}

function documentPage(url: URL, { papers, pageSize }: Services): string {
  const filter = url.searchParams.get('$filter') ?? '';
  const dossier = dossiersOf(papers).find(({ Id }) => filter.includes(`Kamerstukdossier/any(d:d/Id eq ${Id})`));
  const [, since = ''] = /Datum ge (\S+)T/.exec(filter) ?? [];
  const [, wanted] = /Volgnummer eq (\d+)/.exec(filter) ?? [];
  const found = papers
    .map((paper, i) => ({ paper, i }))
    .filter(({ paper }) => paper.odata && paper.dossier === dossier?.dossier && paper.date >= since)
    .filter(({ paper }) => wanted === undefined || paper.number === wanted);
  const skip = Number(url.searchParams.get('$skiptoken') ?? 0);
  const value = found.slice(skip, skip + pageSize).map(({ paper, i }) => ({
    Id: guid(2, i),
    Soort: paper.kind,
    DocumentNummer: `2025D${String(i).padStart(5, '0')}`,
    Titel: 'Havens',
    Onderwerp: paper.title,
    Datum: `${paper.date}T00:00:00+01:00`,
    Volgnummer: paper.number ? Number(paper.number) : -1,
    ContentType: paper.odata?.type,
    ContentLength: paper.odata?.body.length,
    GewijzigdOp: `${versionOf(paper)}T12:00:00+01:00`,
    Kamerstukdossier: [dossier],
  }));
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(skip + pageSize));
  const goesOn = skip + pageSize < found.length;
  return JSON.stringify({ '@odata.context': 'x', value, ...(goesOn && { '@odata.nextLink': next.href }) });
}

function sendFile(path: string, request: IncomingMessage, response: ServerResponse, { papers }: Services): void {
  const [, , form = ''] = /^\/frbr\/kst\/([^/]+)\/1\/(\w+)\//.exec(path) ?? [];
  const paper = papers.find((one, i) =>
    form ? path.includes(`/${nameOf(one)}/1/`) : path.endsWith(`/Document(${guid(2, i)})/resource`),
  );
  const body = form ? paper?.sru?.[form] : paper?.odata?.body;
  if (!paper || body === undefined) return void response.writeHead(404).end();
  const etag = `"${versionOf(paper)}"`;
  const modified = new Date(`${versionOf(paper)}T00:00:00Z`).toUTCString();
  const headers = { etag, 'last-modified': modified };
  if (request.headers['if-none-match'] === etag && request.headers['if-modified-since'] === modified) {
    return void response.writeHead(304, headers).end();
  }
  response.writeHead(200, headers).end(body);
}
