import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Services } from '../context.ts';
import { COUNTED } from '../stats.ts';
import type { Probes } from './probes.ts';

/** Upper bounds of what is told apart, in seconds: Discord waits three for a first response. */
const SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];

/**
 * What can be watched from outside, in the form that Prometheus reads: answers by what was asked and what came of it,
 * their latency, events, the gateway, the encoder, the index, and the process itself (memory, event-loop delay). Nothing
 * that people wrote is in it.
 */
export function createMetrics({ stats, source, clock }: Services, probes: Probes): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const answers = new Counter({
    name: 'briefwijzer_answers_total',
    help: 'Answers given, by command, button or mention and by outcome',
    labelNames: ['to', 'outcome'],
    registers,
  });
  const latency = new Histogram({
    name: 'briefwijzer_answer_seconds',
    help: 'From the arrival of a command, press or mention to its answer',
    labelNames: ['to'],
    buckets: SECONDS,
    registers,
  });
  stats.onAnswer(({ to, outcome, ms }) => {
    answers.inc({ to, outcome });
    latency.observe({ to }, ms / 1000);
  });

  new Gauge({
    name: 'briefwijzer_events',
    help: 'What was counted since the start',
    labelNames: ['event'],
    registers,
    collect() {
      for (const event of COUNTED) this.set({ event }, stats.of(event));
    },
  });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `briefwijzer_${name}`,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('gateway_ready', '1 while the connection to Discord stands', () => Number(probes.gatewayReady()));
  gauge('gateway_ping_seconds', 'Latency of that connection; -1 before the first heartbeat', () => {
    const ping = probes.ping();
    return ping < 0 ? -1 : ping / 1000;
  });
  gauge('encoder_ready', '1 while the process that encodes questions runs', () => Number(probes.encoderReady()));
  gauge('index_age_seconds', 'Since the index in use was built', () => {
    return Math.max(0, clock.now() - Date.parse(source.current().about.builtAt)) / 1000;
  });
  gauge('index_letters', 'Letters in the index in use', () => source.current().coverage.letters);
  gauge('index_passages', 'Passages in the index in use', () => source.current().about.passages);
  return registry;
}
