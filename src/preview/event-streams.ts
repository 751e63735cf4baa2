import type { ServerResponse } from 'node:http';
import type { PreviewEvent, Viewer } from './protocol.ts';

/** The open pages, each looking through the eyes of one person in one place. */
export class EventStreams {
  readonly #open = new Map<ServerResponse, Viewer>();

  /** Keeps a response open as a stream of server-sent events. */
  open(response: ServerResponse, viewer: Viewer): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#open.set(response, viewer);
    response.on('close', () => this.#open.delete(response));
  }

  /** Sends every page what its person may see; nothing where `event` gives null. */
  tell(event: (viewer: Viewer) => PreviewEvent | null): void {
    for (const [response, viewer] of this.#open) {
      const told = event(viewer);
      if (told) response.write(`data: ${JSON.stringify(told)}\n\n`);
    }
  }

  close(): void {
    for (const response of this.#open.keys()) response.end();
  }
}
