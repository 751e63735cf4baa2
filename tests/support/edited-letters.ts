import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

type Random = (below: number) => number;

/** Halves of words, of which letters decide together how they are written at a line end. */
const HALVES = [
  ['defensie', 'begroting'],
  ['zorg', 'instelling'],
  ['civiel', 'militaire'],
  ['NAVO', 'OPERATIES'],
  ['kust', 'wacht-schepen'],
] as const;
const MEETINGS = ['de NAVO-ministers van Defensie', 'de ministers van Defensie', 'de Raad Buitenlandse Zaken'];
const NAMES = Array.from({ length: 9 }, (_, number) => `${number % 3 === 0 ? 'map-' : ''}brief-${number}.txt`);

/**
 * Edits a letters folder once, at random: letters come, go, change, get another name or one text; sidecars come, go and
 * change; files break; none that has another name is touched. What letters say lets others decide about line-end hyphens, and be about one meeting.
 */
export async function editAtRandom(folder: string, random: Random): Promise<void> {
  const one = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const file = (name: string): string => path.join(folder, name);
  const there = (await readdir(folder)).filter((name) => NAMES.includes(name));
  const name = one(NAMES);
  const sidecar = file(name.replace('.txt', '.meta.json'));
  const edits = [
    () => writeFile(file(name), letterOf(random)),
    () => writeFile(file(name), letterOf(random)),
    () => (there.length > 2 ? rm(file(one(there))) : writeFile(file(name), letterOf(random))),
    () => rename(file(one(there)), file(name)),
    async () => writeFile(file(name), await readFile(file(one(there)))),
    () => writeFile(file(name), one([Buffer.from([0xff, 0xfe, 0]), Buffer.from(' \n')])),
    () => writeFile(sidecar, sidecarOf(random)),
    () => writeFile(sidecar, '{"kind": "nothing"}'),
    () => rm(sidecar, { force: true }),
  ];
  await (there.length < 3 ? edits[0]! : one(edits))();
}

function letterOf(random: Random): string {
  const one = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const sentence = (): string => {
    const [left, right] = one(HALVES);
    return `Over de ${left}${one(['', '-', '-\n', '-\n', ' en '])}${right} van ${2015 + random(9)} is ${random(9)} keer gesproken.`;
  };
  const days = one(['14 en 15', '15', '16']);
  const opening = `Hierbij ontvangt u ${one(['het verslag', 'de geannoteerde agenda'])} van de bijeenkomst van ${one(MEETINGS)} van ${days} februari 2023.`;
  const paragraphs = Array.from({ length: 1 + random(4) }, () => `${sentence()} ${sentence()}`);
  return `Den Haag, ${1 + random(28)} maart 2023\n\n${opening}\n\n${paragraphs.join('\n\n')}\n`;
}

function sidecarOf(random: Random): string {
  const dates = [['2023-02-14', '2023-02-15'], ['2023-02-15']][random(2)];
  const meeting = { name: MEETINGS[random(MEETINGS.length)], dates };
  return JSON.stringify(random(2) === 0 ? { meeting } : { title: `Brief ${random(3)}` });
}
