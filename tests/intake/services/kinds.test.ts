import { expect, test } from 'vitest';
import { isLetter } from '../../../src/intake/services/kinds.ts';

test.each([
  ['Brief regering', 'Geannoteerde agenda Raad Buitenlandse Zaken Defensie'],
  ['Antwoord schriftelijke vragen (nader)', 'Antwoord op vragen van het lid Voorbeeld'],
  ['Verslag van een schriftelijk overleg', 'Over de havens'],
  ['Lijst van vragen en antwoorden', 'Over de begroting'],
  ['Brief', 'Brief van de minister van Havenzaken over de kade'],
  ['Brief', 'Verslag van de bijeenkomst van 3 maart'],
  ['', 'Geannoteerde agenda voor de Havenraad'],
  ['Overige Kamerstukken', 'Brief van de staatssecretaris over de sluizen'],
])('%s, "%s": a letter', (kind, subject) => {
  expect(isLetter({ kind, subject })).toBe(true);
});

test.each([
  ['Motie', 'Motie van het lid Voorbeeld over een brief van de minister'],
  ['Verslag van een commissiedebat', 'Over de havens'],
  ['Brief lid / fractie', 'Over de bruggen'],
  ['Bijlage', 'Brief van de minister'],
  ['Lijst van vragen', 'Over de begroting'],
  ['Brief', 'Brief van het lid Voorbeeld over zijn motie'],
  ['Brief', 'Brief van de vaste commissie voor Havenzaken'],
  ['Brief', 'Brief Algemene Rekenkamer; Onderzoek naar kaden'],
  ['Brief', 'Brief Presidium; Voordracht'],
  ['Overige Kamerstukken', 'Nota van wijziging'],
  ['', null],
])('%s, "%s": no letter', (kind, subject) => {
  expect(isLetter({ kind, subject })).toBe(false);
});
