import { expect, test } from 'vitest';
import { convert } from '../../src/intake/convert.ts';
import { letterOf } from './convert.ts';
import { lines, makePdf } from './make-pdf.ts';

const HEAD = `From: Post <post@havenzaken.example>
To: team@kamer.example
Subject: FW: Voortgang haven
Date: Mon, 3 Mar 2025 10:00:00 +0100
MIME-Version: 1.0
`;

test('an e-mail without attachments is the letter; its subject and date are known', async () => {
  const mail = `${HEAD}Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nDe haven is financi=EBel gezond.\n`;
  const { text, facts, format } = await letterOf('brief.eml', mail);
  expect([text, format]).toEqual(['De haven is financiëel gezond.\n', 'eml']);
  expect(facts).toEqual({ subject: 'Voortgang haven', letterDate: '2025-03-03' });
});

test('what a letter in an e-mail says of itself stands over the header', async () => {
  const body = `Datum 3 februari 2025\nBetreft Diepte haven\n\nGeachte voorzitter,\n\nDe haven is diep genoeg.\n`;
  const { facts } = await letterOf('brief.eml', `${HEAD}Content-Type: text/plain; charset=utf-8\n\n${body}`);
  expect(facts).toEqual({});
});

test('the day of an e-mail is that of where it was sent', async () => {
  const night = HEAD.replace('10:00:00', '00:30:00');
  const { facts } = await letterOf('brief.eml', `${night}Content-Type: text/plain\n\nDe haven is diep genoeg.\n`);
  expect(facts.letterDate).toBe('2025-03-03');
});

test('attached letters are taken in, each for itself; what is no letter is left out; one that fails spares the rest', async () => {
  const part = (name: string, type: string, content: Uint8Array): string =>
    `--grens\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}\n`;
  const pdf = makePdf([
    lines(['De haven van Veere is lang genoeg voor alle schepen die er komen.'], { x: 70, y: 100 }),
  ]);
  const mail = [
    `${HEAD}Content-Type: multipart/mixed; boundary="grens"\n\n`,
    '--grens\nContent-Type: text/html\n\n<p>Zie bijlage.</p>\n',
    part('Kamerbrief.pdf', 'application/pdf', pdf),
    part('kapot.docx', 'application/octet-stream', Buffer.from('PK\u0003\u0004kapot')),
    part('logo.png', 'image/png', Buffer.from('\u0089PNG', 'latin1')),
    '--grens--\n',
  ].join('');
  const { letters, problems } = await convert({ name: 'post.eml', bytes: Buffer.from(mail) });
  expect(letters.map(({ name, text }) => [name, text])).toEqual([
    ['post.eml › Kamerbrief.pdf', 'De haven van Veere is lang genoeg voor alle schepen die er komen.\n'],
  ]);
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^post\.eml › kapot\.docx is a broken Word file/),
  ]);
});
