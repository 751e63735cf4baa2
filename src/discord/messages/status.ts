import type { Context } from '../context.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { ACCENT, type OutgoingMessage, panel, text } from './parts/parts.ts';

/** What the bot runs on and how it fares. */
export function statusMessage({
  library,
  texts,
  stats,
  ping,
}: Pick<Context, 'library' | 'texts' | 'stats' | 'ping'>): OutgoingMessage {
  const { status: say } = texts;
  const { about, coverage } = library;
  // Discord shows these in the reader's own time zone.
  const moment = (ms: number) => `<t:${Math.floor(ms / 1000)}:f>`;
  const median = stats.latency(0.5);
  const p95 = stats.latency(0.95);
  const { reload } = stats;
  const facts: readonly (readonly [string, string])[] = [
    [say.index, cutAtWord(about.version, 100)],
    [
      say.builtAt,
      Number.isNaN(Date.parse(about.builtAt)) ? cutAtWord(about.builtAt, 100) : moment(Date.parse(about.builtAt)),
    ],
    [say.model, cutAtWord(about.model, 100)],
    [say.letters, String(coverage.letters)],
    [say.passages, String(about.passages)],
    [say.uptime, moment(stats.startedAt)],
    [say.gateway, ping() < 0 ? say.none : say.milliseconds(Math.round(ping()))],
    [say.latency, median === null || p95 === null ? say.none : `${say.milliseconds(median)}, ${say.milliseconds(p95)}`],
    [say.counts, [stats.of('questions'), stats.of('buttons'), stats.of('errors')].join(', ')],
    reload?.problem
      ? [say.reloadFailed, `${moment(reload.at)}: ${cutAtWord(reload.problem, 500)}`]
      : [say.reload, reload ? moment(reload.at) : say.never],
  ];
  const lines = facts.map(([name, value]) => `**${name}** ${value}`);
  return panel([text(`### ${say.title}`), text(lines.join('\n'))], ACCENT.answer);
}
