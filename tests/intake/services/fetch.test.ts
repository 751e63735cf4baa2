import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../../src/intake/services/client.ts';
import { type FetchProgress, fetchPapers } from '../../../src/intake/services/fetch-papers.ts';
import { findPapers } from '../../../src/intake/services/find-papers.ts';
import { openLedger } from '../../../src/intake/services/ledger.ts';
import { originsOf } from '../../../src/intake/services/origins.ts';
import type { RequestProblem } from '../../../src/intake/services/problems.ts';
import { readLetters } from '../../../src/letters/read.ts';
import { contents, temporaryFolder } from '../../support/folders.ts';
import { freePort } from '../../support/free-port.ts';
import { type Services, startServices } from '../../support/services.ts';
import { makePdf } from '../make-pdf.ts';
import { letterHtml, letterPaper, letterXml, openDataPaper } from './papers.ts';

let services: Services;
let lettersDir: string;
/** How long was waited each time, in ms. */
let waits: number[];
/** What failed and is asked once more, with the wait before that in ms. */
let retries: string[];

beforeEach(async () => {
  services = await startServices();
  lettersDir = await temporaryFolder();
  waits = [];
  retries = [];
});
afterEach(() => services.stop());

const client = (more: readonly string[] = []) => {
  let now = 0;
  const clock = {
    now: () => now,
    elapsed: () => now,
    sleep: async (ms: number) => {
      if (ms > 0) waits.push(ms);
      now += ms;
    },
  };
  const onRetry = ({ why }: RequestProblem, wait: number) => retries.push(`${why.replace(/ \(.*\)$/, '')}: ${wait}`);
  return createClient({ services: [...Object.values(services.addresses), ...more], rate: 1, clock, onRetry });
};

interface Run {
  readonly since?: string;
  readonly dossiers?: readonly string[];
  readonly replace?: boolean;
}

/** What is told of a whole run. */
async function fetchAll({ since, dossiers = ['36 045'], replace = false }: Run = {}) {
  const asking = client();
  const found = await findPapers(dossiers, since ?? null, services.addresses, asking);
  const told: string[] = [];
  let progress: FetchProgress = { done: 0, unchanged: 0, newer: 0 };
  const ledger = await openLedger(lettersDir, (sentence) => told.push(sentence));
  const outcomes = fetchPapers(found.letters, {
    client: asking,
    ledger,
    lettersDir,
    replace,
    dryRun: false,
    onProgress: (now) => {
      progress = now;
    },
  });
  for await (const one of outcomes) {
    if (one.status === 'failed') told.push(one.problem.message);
    else if (one.status !== 'passed over') told.push(`${one.status}: ${one.file} (${one.from.format})`);
  }
  return { told, ...progress, passedOver: found.others.map(({ kind }) => kind), problems: found.problems };
}

const filesAsked = () => services.asked.filter((one) => one.includes('/frbr/') || one.includes('/resource'));

describe('A dossier', () => {
  test('its letters are taken in from the official XML, with what the service knows of them', async () => {
    services.papers = [
      letterPaper(0),
      letterPaper(1),
      { ...letterPaper(2), kind: 'Motie', title: 'Motie van het lid Voorbeeld' },
      { ...letterPaper(3), title: 'Brief lid / fractie; Over de bruggen' },
    ];
    const { told, passedOver, problems } = await fetchAll();
    expect([told, passedOver, problems]).toEqual([
      ['added: kst-36045-2.txt (xml)', 'added: kst-36045-1.txt (xml)'],
      ['Brief', 'Motie'],
      [],
    ]);
    const { letters } = await readLetters(lettersDir);
    expect(letters.map(({ metadata }) => [metadata.number, metadata.letterDate, metadata.dossiers])).toEqual([
      ['1', '2025-03-03', ['36 045']],
      ['2', '2025-04-04', ['36 045']],
    ]);
    const stated = {
      dossiers: ['36 045'],
      number: '1',
      letterDate: '2025-03-03',
      subject: 'Stand van de kaden',
      url: 'https://zoek.officielebekendmakingen.nl/kst-36045-1.html',
    };
    expect(JSON.parse(await readFile(path.join(lettersDir, 'kst-36045-1.meta.json'), 'utf8'))).toEqual({
      ...stated,
      source: {
        file: expect.stringMatching(/^http:\/\/127.*\/xml\/kst-36045-1\.xml › kst-36045-1\.xml$/),
        format: 'xml',
        sha256: expect.any(String),
        stated,
      },
    });
  });

  test('what only the open data has comes as the file that lies there; a paper that both have comes once', async () => {
    const pdf = makePdf([
      [
        { text: 'Den Haag, 7 juli 2025', x: 72, y: 100 },
        { text: 'De haven van Veere wordt in 2031 verdiept.', x: 72, y: 140 },
      ],
    ]);
    services.papers = [
      letterPaper(0),
      openDataPaper(0, pdf, 'application/pdf'),
      {
        dossier: '36045',
        kind: 'Antwoord schriftelijke vragen',
        title: 'Veere',
        date: '2025-07-07',
        odata: { body: pdf, type: 'application/pdf' },
      },
    ];
    const { told } = await fetchAll();
    expect(told).toEqual(['added: 2025D00002.txt (pdf)', 'added: kst-36045-1.txt (xml)']);
    const sidecar = JSON.parse(await readFile(path.join(lettersDir, '2025D00002.meta.json'), 'utf8'));
    expect(sidecar).toMatchObject({ dossiers: ['36 045'], letterDate: '2025-07-07', subject: 'Veere' });
    expect(sidecar.url).toMatch(/\/Document\([0-9a-f-]{36}\)\/resource$/);
    expect(sidecar.number).toBeUndefined();
  });

  test('is read page after page, by position and by next link', async () => {
    const many = Array.from({ length: 230 }, (_, i) => ({
      ...letterPaper(0, { number: String(i + 1), kind: 'Motie', title: 'Motie' }),
    }));
    const others = many.map(({ number = '' }) => ({ ...openDataPaper(0, 'x'), number, kind: 'Motie' }));
    services.papers = [...many, ...others];
    services.pageSize = 100;
    const { passedOver } = await fetchAll();
    expect(passedOver).toHaveLength(230);
    expect(services.asked.filter((one) => one.startsWith('/sru'))).toHaveLength(3);
    expect(services.asked.filter((one) => one.includes('/Document?'))).toHaveLength(3);
  });

  test('with an addition is another one than without; one that nobody has is empty', async () => {
    services.papers = [
      { ...letterPaper(0), dossier: '21501-28' },
      { ...openDataPaper(1, 'x', 'application/msword'), dossier: '21501-28' },
    ];
    const { told } = await fetchAll({ dossiers: ['21 501-28'] });
    expect(told).toEqual([
      'kst-21501-28-2 comes in no form that is read; look for it on officielebekendmakingen.nl.',
      'added: kst-21501-28-1.txt (xml)',
    ]);
    expect(await fetchAll({ dossiers: ['21 501'] })).toMatchObject({ told: [], passedOver: [], problems: [] });
  });

  test('since a day: nothing older is listed', async () => {
    services.papers = [letterPaper(0), letterPaper(1), letterPaper(2)];
    expect((await fetchAll({ since: '2025-04-04' })).told).toEqual([
      'added: kst-36045-3.txt (xml)',
      'added: kst-36045-2.txt (xml)',
    ]);
  });
});

describe('Politeness', () => {
  test('one request a second, none faster', async () => {
    services.papers = [letterPaper(0)];
    await fetchAll();
    expect(services.asked).toHaveLength(3);
    expect(waits).toEqual([1000, 1000]);
  });

  test('a failure that passes is waited for, as long as the service says', async () => {
    services.papers = [letterPaper(0)];
    services.fail('/sru', { status: 500 }, { cut: true }, { status: 429, headers: { 'retry-after': '40' } });
    services.fail('/xml/', { status: 503, headers: { 'retry-after': new Date(120_000).toUTCString() } });
    expect((await fetchAll()).told).toEqual(['added: kst-36045-1.txt (xml)']);
    expect(waits.filter((ms) => ms > 1000)).toEqual([4000, 40_000, expect.any(Number)]);
    expect(waits.at(-1)).toBeGreaterThan(60_000);
  });

  test('a service that fails for good is given up, and the other one is heard', async () => {
    services.papers = [openDataPaper(0, letterHtml('De kade is lang.'))];
    services.fail('/sru', ...Array.from({ length: 5 }, () => ({ status: 502 })));
    const { told, problems } = await fetchAll();
    expect(told).toEqual(['added: kst-36045-1.txt (html)']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^127\.0\.0\.1:\d+ answers with HTTP status 502; try again later\.$/),
    ]);
    expect(services.asked.filter((one) => one.startsWith('/sru'))).toHaveLength(5);
  });

  test('where no connection comes about it is tried three times, and told each time', async () => {
    const silent = `http://127.0.0.1:${await freePort()}/`;
    await expect(client([silent]).get(silent, { most: 1 })).rejects.toMatchObject({ reason: 'no_connection' });
    expect(retries).toEqual(["can't be reached: 1000", "can't be reached: 4000"]);
  });

  test('who asks to come back in hours is not waited for', async () => {
    services.fail('/sru', { status: 429, headers: { 'retry-after': '7200' } });
    const { problems } = await fetchAll();
    expect(problems).toHaveLength(1);
    expect(services.asked.filter((one) => one.startsWith('/sru'))).toHaveLength(1);
  });

  test('a service that only fails is left alone', async () => {
    services.papers = [0, 1, 2, 3].map((at) => letterPaper(at, { sru: { xml: 'x' } }));
    services.fail('/frbr/', ...Array.from({ length: 20 }, () => ({ status: 503 })));
    const { told } = await fetchAll();
    expect(told).toHaveLength(4);
    expect(told.at(-1)).toBe('kst-36045-1 was not asked for: the service failed too often; run it again later.');
    expect(filesAsked()).toHaveLength(15);
  });

  test('the second run asks for lists only', async () => {
    services.papers = [letterPaper(0), letterPaper(1)];
    await fetchAll();
    services.asked.length = 0;
    expect(await fetchAll()).toMatchObject({ told: [], done: 2, unchanged: 2 });
    expect(await fetchAll({ replace: true })).toMatchObject({ told: [], done: 2, unchanged: 2 });
    expect(filesAsked()).toEqual([]);
  });

  test('a newer version is told of, and fetched to overwrite the letter only where that is asked for', async () => {
    services.papers = [letterPaper(0), letterPaper(1)];
    await fetchAll();
    const text = 'Hierbij informeer ik uw Kamer dat de kaden in de havens pas in 2044 klaar zullen zijn.';
    services.papers = [
      letterPaper(0, { modified: '2025-09-09', sru: { xml: letterXml('1', '3 maart 2025', text) } }),
      letterPaper(1),
    ];
    services.asked.length = 0;
    expect(await fetchAll()).toMatchObject({ told: [], unchanged: 1, newer: 1 });
    expect(filesAsked()).toEqual([]);
    expect((await fetchAll({ replace: true })).told).toEqual(['replaced: kst-36045-1.txt (xml)']);
    expect((await contents(lettersDir))['kst-36045-1.txt']).toContain('2044');
  });

  test('a version that is listed anew and is the same is not sent again', async () => {
    services.papers = [letterPaper(0)];
    await fetchAll();
    const ledger = path.join(lettersDir, 'fetched.json');
    await writeFile(ledger, (await readFile(ledger, 'utf8')).replace('.xml 2025-03-03', '.xml 2025-01-01'));
    services.asked.length = 0;
    expect(await fetchAll({ replace: true })).toMatchObject({ told: [], unchanged: 1 });
    expect(filesAsked()).toHaveLength(1);
    await fetchAll({ replace: true });
    expect(filesAsked()).toHaveLength(1);
  });

  test('a letter that somebody took out stays out, one that was there before is overwritten where that is asked for', async () => {
    await writeFile(
      path.join(lettersDir, 'oud.txt'),
      '36 045 Havens\n\nNr. 1 BRIEF\n\nDen Haag, 3 maart 2025\n\nTekst.\n',
    );
    services.papers = [letterPaper(0), letterPaper(1)];
    await fetchAll();
    await rm(path.join(lettersDir, 'kst-36045-2.txt'));
    services.papers = [letterPaper(0), letterPaper(1, { modified: '2025-09-09' })];
    expect(await fetchAll()).toMatchObject({ told: [], unchanged: 2, newer: 0 });
    expect((await fetchAll({ replace: true })).told).toEqual([
      'added: kst-36045-2.txt (xml)',
      'replaced: oud.txt (xml)',
    ]);
    expect(await fetchAll({ replace: true })).toMatchObject({ told: [], unchanged: 2 });
  });

  test('a run that was broken off goes on where it was', async () => {
    services.papers = [letterPaper(0), letterPaper(1)];
    services.fail('kst-36045-1.', ...Array.from({ length: 3 }, () => ({ status: 404 })));
    const { told } = await fetchAll();
    expect(told[1]).toMatch(
      /^kst-36045-1 can't be had: 127\.0\.0\.1:\d+ answers with HTTP status 404; try again later\.$/,
    );
    services.asked.length = 0;
    expect((await fetchAll()).told).toEqual(['added: kst-36045-1.txt (xml)']);
    expect(filesAsked()).toHaveLength(1);
  });
});

describe('What is new', () => {
  const added = async () =>
    [...(await openLedger(lettersDir, () => {})).entries].map(([paper, entry]) => [paper, entry.added !== null]);

  test('is what was taken in, not what was there', async () => {
    services.papers = [letterPaper(0), letterPaper(1)];
    await writeFile(
      path.join(lettersDir, 'oud.txt'),
      '36 045 Havens\n\nNr. 1 BRIEF\n\nDen Haag, 3 maart 2025\n\nTekst.\n',
    );
    expect((await fetchAll()).told).toEqual(['added: kst-36045-2.txt (xml)', 'known: oud.txt (xml)']);
    expect(await added()).toEqual([
      ['kst-36045-2', true],
      ['kst-36045-1', false],
    ]);
  });

  test('also beside a letter whose sidecar is broken', async () => {
    services.papers = [letterPaper(0), letterPaper(1)];
    await writeFile(
      path.join(lettersDir, 'oud.txt'),
      '36 045 Havens\n\nNr. 2 BRIEF\n\nDen Haag, 3 maart 2025\n\nTekst.\n',
    );
    await writeFile(path.join(lettersDir, 'oud.meta.json'), '{');
    expect((await fetchAll()).told).toEqual(['known: oud.txt (xml)', 'added: kst-36045-1.txt (xml)']);
    expect(await added()).toEqual([
      ['kst-36045-2', false],
      ['kst-36045-1', true],
    ]);
  });

  test('also where the run that took it in was killed before it noted that', async () => {
    services.papers = [letterPaper(0)];
    await fetchAll();
    await rm(path.join(lettersDir, 'fetched.json'));
    expect((await fetchAll()).told).toEqual(['known: kst-36045-1.txt (xml)']);
    expect(await added()).toEqual([['kst-36045-1', true]]);
  });
});

test('an old address without https is asked with it, any other origin is not', () => {
  const origins = originsOf(['https://repository.overheid.nl/sru', 'http://127.0.0.1:8080/sru']);
  expect(origins.within('http://repository.overheid.nl/frbr/a.xml')).toBe('https://repository.overheid.nl/frbr/a.xml');
  expect(origins.within('http://127.0.0.1:8080/a')).toBe('http://127.0.0.1:8080/a');
  for (const other of [
    'https://overheid.nl/a',
    'https://repository.overheid.nl.example/a',
    'https://repository.overheid.nl@example.org/a',
    'https://repository.overheid.nl:8443/a',
    'http://127.0.0.1/a',
    'file:///etc/passwd',
    'nonsense',
  ])
    expect(origins.within(other), other).toBeNull();
});

describe('Nothing is trusted', () => {
  test('a form that is not what it is listed as gives way to the next', async () => {
    services.papers = [letterPaper(0, { sru: { xml: letterHtml('Onderhoud'), html: letterHtml('De kade is lang.') } })];
    expect((await fetchAll()).told).toEqual(['added: kst-36045-1.txt (html)']);
  });

  test('no address but those of the services is asked, whoever sends there', async () => {
    const stranger = await startServices();
    services.papers = [letterPaper(0, { sru: { xml: '' } })];
    services.fail('/xml/', { status: 302, headers: { location: `${stranger.addresses.sru}/frbr/x.xml` } });
    expect((await fetchAll()).told).toEqual([
      expect.stringMatching(
        /^kst-36045-1 can't be had: .* leads to http.*\/frbr\/x\.xml, which is none of the services' addresses/,
      ),
    ]);
    services.fail('/OData', {
      status: 200,
      body: JSON.stringify({ value: [], '@odata.nextLink': `${stranger.addresses.odata}/Kamerstukdossier` }),
    });
    const { problems } = await fetchAll();
    expect(problems.map(({ reason }) => reason)).toEqual(['elsewhere']);
    expect(stranger.asked).toEqual([]);
    await stranger.stop();
  });

  test('a redirect among the services is followed, one in a circle is not', async () => {
    services.papers = [letterPaper(0)];
    const there = `${services.addresses.sru}?query=w.dossiernummer%3D%3D%2236045%22&startRecord=1&maximumRecords=100`;
    services.fail('/sru', { status: 301, headers: { location: there } });
    services.fail(
      '/xml/',
      ...Array.from({ length: 4 }, () => ({ status: 302, headers: { location: '/frbr/kst/x/1/xml/x' } })),
    );
    expect((await fetchAll()).told).toEqual(['added: kst-36045-1.txt (html)']);
  });

  test.each([
    ['no XML', '/sru', 'nee'],
    ['another document', '/sru', '<html><body>Storing</body></html>'],
    ['entities', '/sru', '<!DOCTYPE a [<!ENTITY b "c">]><sru:numberOfRecords>1</sru:numberOfRecords>'],
    ['depth', '/sru', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`],
    ['no JSON', '/Kamerstukdossier', '{"value": ['],
    ['other JSON', '/Kamerstukdossier', '{"error": {"code": "x"}}'],
  ])('an answer that is %s is told, not read', async (_, part, body) => {
    services.fail(part, { status: 200, body });
    const { problems } = await fetchAll();
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('answers in a form that is not understood'),
    ]);
  });

  test('what the service says is wrong with a search is passed on', async () => {
    services.fail('/sru', {
      status: 200,
      body: '<diagnostics><diag:diagnostic xmlns:diag="x"><diag:message>Query syntax error</diag:message></diag:diagnostic></diagnostics>',
    });
    expect((await fetchAll()).problems[0]?.message).toContain('(Query syntax error)');
  });

  test('an answer without end is cut off', async () => {
    services.fail('/sru', { endless: true });
    expect((await fetchAll()).problems[0]?.message).toContain('sends more than 16 MB');
  });

  test('entries that are not in the documented form are left out, the others are read', async () => {
    services.papers = [openDataPaper(0, letterHtml('De kade is lang.'))];
    services.fail('/Kamerstukdossier', {
      status: 200,
      body: JSON.stringify({
        value: [null, { Id: 7 }, { Id: '00000001-0000-4000-8000-000000000000', Nummer: 36045, Toevoeging: null }],
      }),
    });
    expect((await fetchAll()).told).toEqual(['added: kst-36045-1.txt (html)']);
  });

  test('a list of fetched papers that somebody spoilt is told and put aside, and what is there is known', async () => {
    services.papers = [openDataPaper(0, letterHtml('De kade is lang.'))];
    await fetchAll();
    await writeFile(path.join(lettersDir, 'fetched.json'), '{}');
    expect((await fetchAll()).told).toEqual([
      expect.stringMatching(/fetched\.json, what was fetched, could not be read; it is put aside as \.broken/),
      expect.stringMatching(/^known: kst-36045-1\.txt/),
    ]);
    expect(await readFile(path.join(lettersDir, 'fetched.json.broken'), 'utf8')).toBe('{}');
    expect(JSON.parse(await readFile(path.join(lettersDir, 'fetched.json'), 'utf8'))).toHaveProperty('papers');
  });
});
