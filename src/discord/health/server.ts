import { createServer } from 'node:http';
import { listenAt } from '../../listen-at.ts';
import type { Services } from '../context.ts';
import { createMetrics } from './metrics.ts';
import type { Probes } from './probes.ts';

export interface HealthServer {
  /** "http://127.0.0.1:9464". */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * `/healthz` (200 while the bot can answer, else 503, with what is wrong) and `/metrics` for Prometheus, on a port of
 * this machine.
 * @param port 0 takes any free one
 * @throws {Problem} when it can't listen there
 */
export async function serveHealth(
  { port, host }: { readonly port: number; readonly host: string },
  services: Services,
  probes: Probes,
): Promise<HealthServer> {
  const metrics = createMetrics(services, probes);
  const server = createServer({ maxHeaderSize: 8192, requestTimeout: 10_000 }, async (request, response) => {
    const reply = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') reply(405, 'text/plain', 'GET or HEAD only\n');
    else if (path === '/healthz') {
      const wrong = problems(probes);
      const body = { ok: wrong.length === 0, wrong, index: services.source.current().about.version };
      reply(wrong.length === 0 ? 200 : 503, 'application/json', `${JSON.stringify(body)}\n`);
    } else if (path === '/metrics') {
      const text = await metrics.metrics().catch(() => null);
      if (text === null) reply(500, 'text/plain', 'the metrics could not be gathered\n');
      else reply(200, metrics.contentType, text);
    } else reply(404, 'text/plain', '/healthz or /metrics\n');
  });
  server.maxConnections = 20;
  const url = await listenAt(server, { port, host, what: 'Health', variables: 'HEALTH_HOST, HEALTH_PORT' });
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function problems(probes: Probes): string[] {
  const wrong = [];
  if (!probes.gatewayReady()) wrong.push('the connection to Discord is down');
  if (!probes.encoderReady()) wrong.push("the encoder's process is being started");
  return wrong;
}
