/** One system in a process of its own, so that time and memory are its own: `host.js NAME real|stand-in`. */
import { z } from 'zod';
import { type Answered, type Cost, type Reply, type Request, requestSchema } from './messages.ts';
import { openSystem } from './open-system.ts';
import { SYSTEMS, type SystemName } from './system.ts';

const [, , givenName, givenEncoding] = process.argv;
const name = z.enum(Object.keys(SYSTEMS) as [SystemName, ...SystemName[]]).parse(givenName);
const system = await openSystem(name, z.enum(['real', 'stand-in']).parse(givenEncoding));

process.on('message', (message) => {
  void answer(requestSchema.parse(message))
    .catch(
      (error: unknown): Reply => ({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
    .then((reply) => process.send?.(reply));
});
process.once('disconnect', () => void system.close().finally(() => process.exit()));
process.send?.('ready');

async function answer(request: Request): Promise<Reply> {
  const answers: Answered[] = [];
  let letters: number | undefined;
  const cost = await costOf(async () => {
    if (request.do === 'build') letters = await system.build(request.lettersDir, request.indexDir);
    else if (request.do === 'open') await system.open(request.lettersDir, request.indexDir);
    else for (const question of request.questions) answers.push(await asked(question, request.k));
  });
  return { ...cost, peakBytes: process.resourceUsage().maxRSS * 1024, letters, answers };
}

async function asked(question: string, k: number): Promise<Answered> {
  let found: Awaited<ReturnType<typeof system.ask>> = { places: [] };
  const cost = await costOf(async () => {
    found = await system.ask(question, k);
  });
  return { ...cost, places: [...found.places], stages: found.stages };
}

async function costOf(work: () => Promise<void>): Promise<Cost> {
  const begun = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system: inKernel } = process.cpuUsage(before);
  return { ms: performance.now() - begun, cpuMs: (user + inKernel) / 1000 };
}
