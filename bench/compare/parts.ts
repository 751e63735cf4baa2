import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../src/package-root.ts';
import { loadBot, loadSentence, loadTable } from '../bot/load.ts';
import { type Filler, writeFiller } from './corpus.ts';
import { type Hosted, host } from './hosted.ts';
import { type Jobs, jobChart, jobLimit, jobTable, machineSentence } from './job-report.ts';
import { measureJobs } from './jobs.ts';
import { measureLimits } from './limits.ts';
import type { Options } from './options.ts';
import type { Part } from './publish.ts';
import { measureQuality } from './quality.ts';
import {
  type Questions,
  qualityTable,
  questionChart,
  questionLimit,
  questionTable,
  stageTable,
} from './question-report.ts';
import { measureQuestions } from './questions.ts';
import { SYSTEMS, type SystemName } from './system.ts';

const JOBS: readonly SystemName[] = ['briefwijzer', 'langchain'];
const ASKED = Object.keys(SYSTEMS) as SystemName[];
const PLACES = 5;
const WARM_UP = 20;
const ROUNDS_OF_QUESTIONS = 10;
const SEEDS = path.join(packageRoot(), 'seeds');

/** Making an index: whole, and with stand-ins for what the encoder gives, which is the same for all. */
export async function measureJob(options: Options, folder: string): Promise<Part> {
  const real = await jobs(options, folder, { encoding: 'real', sizes: options.letters });
  const without = await jobs(options, folder, { encoding: 'stand-in', sizes: options['without-encoder'] });
  const letters = Math.max(...options.letters);
  const { lettersDir } = await fillerOf(options, folder, letters, 0);
  const limits = await measureLimits(await paragraphsOf(lettersDir), folder);
  return {
    name: 'index job',
    blocks: [
      `${options.rounds} rounds; what was measured is the median. Letters of 40 paragraphs of laws. "Of ours": 2× is twice as much.`,
      jobTable(real),
      'The same with stand-ins for the vectors of all passages but the first 128, which leaves what each makes of them:',
      jobTable(without),
      machineSentence(limits),
      jobLimit(real, limits, { letters }),
    ],
    charts: { 'index-job': jobChart(real), 'index-job-without-encoder': jobChart(without) },
    figures: { real, without, limits },
  };
}

async function jobs(
  options: Options,
  folder: string,
  { encoding, sizes }: { readonly encoding: Jobs['encoding']; readonly sizes: readonly number[] },
): Promise<Jobs> {
  const runs = [];
  for (const letters of sizes) {
    const { lettersDir } = await fillerOf(options, folder, letters, 0);
    const start = (name: SystemName) => host(name, encoding);
    runs.push(...(await measureJobs({ systems: JOBS, rounds: options.rounds, lettersDir, letters, folder, start })));
    told(`index job of ${letters} letters, ${encoding} vectors`);
  }
  return { encoding, runs };
}

/** Asking, beside other systems that hold the same letters. */
export async function measureQuestion(options: Options, folder: string): Promise<Part> {
  const measured: Questions[] = [];
  let asked: readonly string[] = [];
  for (const letters of options.asked) {
    const filler = await fillerOf(options, folder, letters, options.questions);
    asked = filler.questions;
    measured.push(await questionsOf(filler, letters, folder));
    told(`questions about ${letters} letters`);
  }
  const file = options.quality;
  const quality = file
    ? await withSystems(ASKED, { encoding: 'real', lettersDir: SEEDS, folder }, (systems) =>
        measureQuality(systems, { file, lettersDir: SEEDS, k: PLACES }),
      )
    : [];
  const limits = await measureLimits(asked, folder);
  return {
    name: 'question',
    blocks: [
      `${options.questions} questions in ${ROUNDS_OF_QUESTIONS} rounds, ${PLACES} places asked for, the encoder included; passages have stand-ins for vectors. "Of ours": 2× is twice as much.`,
      questionTable(measured),
      'Where ours spends its time:',
      stageTable(measured),
      ...(quality.length > 0
        ? [
            'What each finds of the answerable questions about the five letters in `seeds`, with vectors as they are:',
            qualityTable(quality),
          ]
        : []),
      machineSentence(limits),
      questionLimit(measured, limits, { questions: asked.length }),
    ],
    charts: { question: questionChart(measured) },
    figures: { measured: measured.map(withoutPlaces), quality, limits },
  };
}

async function questionsOf({ lettersDir, questions }: Filler, letters: number, folder: string): Promise<Questions> {
  return withSystems(ASKED, { encoding: 'stand-in', lettersDir, folder }, async (systems) => {
    for (const system of systems) await system.do({ do: 'ask', questions: questions.slice(0, WARM_UP), k: PLACES });
    const rounds = Math.min(ROUNDS_OF_QUESTIONS, questions.length);
    const runs = await measureQuestions(systems, { questions, rounds, k: PLACES });
    return { letters, passages: (await paragraphsOf(lettersDir)).length, runs };
  });
}

/** Systems that have built and opened an index of some letters; they end with the work. */
async function withSystems<T>(
  names: readonly SystemName[],
  {
    encoding,
    lettersDir,
    folder,
  }: { readonly encoding: Jobs['encoding']; readonly lettersDir: string; readonly folder: string },
  work: (systems: readonly Hosted[]) => Promise<T>,
): Promise<T> {
  const systems: Hosted[] = [];
  try {
    for (const name of names) {
      const system = await host(name, encoding);
      systems.push(system);
      const indexDir = await mkdtemp(path.join(folder, `${name}-`));
      await system.do({ do: 'build', lettersDir, indexDir });
      await system.do({ do: 'open', lettersDir, indexDir });
    }
    return await work(systems);
  } finally {
    for (const system of systems) await system.end();
  }
}

/** The whole bot, with the letters in `seeds`. */
export async function measureBot({ quick }: Options, folder: string): Promise<Part> {
  const index = path.join(folder, 'bot-index');
  const cli = path.join(packageRoot(), 'dist/src/cli/briefwijzer.js');
  execFileSync(process.execPath, [cli, 'index', '--letters', SEEDS, '--index', index], { stdio: 'ignore' });
  const users = 50;
  const load = await loadBot({ users, total: quick ? 200 : 1000, letters: SEEDS, index });
  return { name: 'bot', blocks: [loadTable(load), loadSentence(load, users)], charts: {}, figures: load };
}

function fillerOf({ corpora }: Options, folder: string, letters: number, questions: number): Promise<Filler> {
  return writeFiller(corpora, path.join(folder, `letters-${letters}-${questions}`), { letters, questions });
}

async function paragraphsOf(lettersDir: string): Promise<string[]> {
  const files = (await readdir(lettersDir)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(lettersDir, file), 'utf8')));
  return texts.flatMap((text) => text.trim().split('\n\n'));
}

/** A thousand questions' places are of no use to anyone. */
function withoutPlaces({ runs, ...rest }: Questions): object {
  return {
    ...rest,
    runs: runs.map(({ system, rounds }) => ({
      system,
      rounds: rounds.map((round) => round.map(({ ms, cpuMs }) => [Number(ms.toFixed(2)), Number(cpuMs.toFixed(2))])),
    })),
  };
}

function told(what: string): void {
  process.stderr.write(`measured: ${what}\n`);
}
