import { expect, test } from 'vitest';
import { parseLetter } from '../../src/letters/parse.ts';
import { letterOf, problemOf } from './convert.ts';

const META = (id: string): string =>
  `<metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.officielebekendmakingen.nl/${id}/metadata.xml"/></metadata>`;

const NEW = `<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie>${META('kst-36045-902')}<kamerstuk>
  <kamerstukkop>
    <tekstregel inhoud="vergaderjaar">Vergaderjaar 2024-2025</tekstregel>
    <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
    <tekstregel inhoud="kamernummer">2</tekstregel>
    <tekstregel inhoud="documenttype">Kamerstukken</tekstregel>
  </kamerstukkop>
  <dossier><dossiernummer><dossiernr>36 045</dossiernr></dossiernummer><titel>Situatie in de havens</titel></dossier>
  <dossier><dossiernummer><dossiernr>36 600</dossiernr><begrotingshoofdstuk>X</begrotingshoofdstuk></dossiernummer><titel>Begroting</titel></dossier>
  <stuk><stuknr>Nr. <ondernummer kamer="2">902</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VAN HAVENZAKEN</titel>
    <algemeen><vrije-tekst><tekst>
      <al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al>
      <al>Den Haag, 3 maart 2025</al>
      <tussenkop kopopmaak="vet">De kade</tussenkop>
      <al>In het debat van 9 mei 2023<noot type="voet"><noot.nr>1</noot.nr><noot.al>Kamerstuk <extref doc="kst">36 045, nr. 4</extref>.</noot.al></noot> is
 een kade <nadruk type="cur">toege</nadruk>zegd.</al>
      <lijst><li><li.nr>a.</li.nr><al>de eerste;</al></li><li><li.nr>b.</li.nr><al>de tweede.</al></li></lijst>
      <table><tgroup><tbody><row><entry><al>Haven</al></entry><entry><al>Kosten</al></entry></row>
        <row><entry><al>Veere</al></entry><entry><al>12</al></entry></row></tbody></tgroup></table>
      <divisie><kop><nr>2</nr><titel>Planning</titel></kop><al>De haven is in 2027 klaar.</al></divisie>
    </tekst></vrije-tekst>
    <tekst-sluiting><ondertekening><functie>De Minister van Havenzaken,</functie>
      <naam><voornaam>A.B.</voornaam><achternaam>Voorbeeld</achternaam></naam></ondertekening></tekst-sluiting></algemeen>
  </stuk>
</kamerstuk></officiele-publicatie>`;

const OLD = `<?xml version="1.0" encoding="utf-8"?>
<kamerwrk kamer="2">${META('kst-24100-3')}
<kop><titel>Tweede Kamer der Staten-Generaal</titel><subtitel>2</subtitel><subtitel>Vergaderjaar 1994-1995</subtitel></kop>
<frontm><versie dtd="0.10"/><ordernr>5K0977</ordernr><vergjaar>1994-1995</vergjaar>
<onderw><nummer>24 100</nummer><naam>Havens en
kaden</naam></onderw></frontm>
<body><stuk><ltrlabel>Nr. </ltrlabel><nummer>3</nummer><titel>BRIEF VAN DE MINISTER VAN HAVENZAKEN </titel>
<al>’s-Gravenhage, 13 juli 1995</al>
<tuskop letat="vet">1. De kade<voetref refid="v1" nr="1"></voetref></tuskop>
<al>De kade is
lang.</al><witreg></witreg><al>– zes vadem,</al>
<ondtek><functie>De Minister van Havenzaken,</functie><naam>T. Voorbeeld </naam></ondtek></stuk></body>
<voetnoot id="v1" nr="1"><al>Ter inzage gelegd.</al></voetnoot></kamerwrk>`;

test('the present dialect: head, headings, notes, lists, tables, signature', async () => {
  const { text, facts } = await letterOf('kst-36045-902.xml', NEW);
  expect(text).toBe(`Vergaderjaar 2024-2025
Tweede Kamer der Staten-Generaal 2

36 045 Situatie in de havens

36 600 X Begroting

Nr. 902 BRIEF VAN DE MINISTER VAN HAVENZAKEN

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 maart 2025

De kade

In het debat van 9 mei 2023¹ is een kade toegezegd.

a. de eerste;
b. de tweede.

Haven\tKosten
Veere\t12

2 Planning

De haven is in 2027 klaar.

De Minister van Havenzaken,
A.B. Voorbeeld

1 Kamerstuk 36 045, nr. 4.
`);
  expect(facts).toEqual({
    dossiers: ['36 045', '36 600 X'],
    number: '902',
    url: 'https://zoek.officielebekendmakingen.nl/kst-36045-902.html',
  });
});

test('the older dialect', async () => {
  const { text, facts } = await letterOf('kst-24100-3.xml', OLD);
  expect(text).toBe(`Tweede Kamer der Staten-Generaal 2
Vergaderjaar 1994-1995

24 100 Havens en kaden

Nr. 3 BRIEF VAN DE MINISTER VAN HAVENZAKEN

’s-Gravenhage, 13 juli 1995

1. De kade¹

De kade is lang.

– zes vadem,

De Minister van Havenzaken,
T. Voorbeeld

1 Ter inzage gelegd.
`);
  expect(facts).toMatchObject({ dossiers: ['24 100'], number: '3' });
});

test('the parser reads what is written: date, number, dossiers, signature, note', async () => {
  const { text, facts } = await letterOf('kst.xml', NEW);
  const { metadata, passages } = parseLetter({ file: 'kst.txt', source: text, sidecar: facts });
  expect(metadata).toMatchObject({ letterDate: '2025-03-03', number: '902', dossiers: ['36 045', '36 600 X'] });
  expect(metadata.signatories).toEqual([{ name: 'A.B. Voorbeeld', office: 'Minister van Havenzaken' }]);
  expect(passages.filter(({ kind }) => kind === 'footnote').map(({ text }) => text)).toEqual([
    '1 Kamerstuk 36 045, nr. 4.',
  ]);
});

test('entities are refused, not resolved', async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE kamerwrk [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><kamerwrk><al>&b;</al></kamerwrk>`;
  expect(await problemOf('lach.xml', laughs)).toMatch(/^lach\.xml declares XML entities/);
  const outside =
    '<?xml version="1.0"?><!DOCTYPE kamerwrk SYSTEM "file:///etc/passwd"><kamerwrk><al>De kade.</al></kamerwrk>';
  expect((await letterOf('buiten.xml', outside)).text).toBe('De kade.\n');
});

test('other XML, and elements nested without end', async () => {
  expect(await problemOf('feed.xml', '<?xml version="1.0"?><rss><p>De kade.</p></rss>')).toMatch(/its root is <rss>/);
  const deep = `<?xml version="1.0"?><kamerwrk>${'<al>'.repeat(30_000)}</kamerwrk>`;
  expect(await problemOf('diep.xml', deep)).toMatch(/^diep\.xml nests its elements/);
});
