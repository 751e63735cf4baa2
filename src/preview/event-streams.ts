import type { ServerResponse } from 'node:http';
import type { PersonKey, PreviewEvent } from './protocol.ts';

/** The open pages, each looking through the eyes of one person. */
export class EventStreams {
  readonly #open = new Map<ServerResponse, PersonKey>();

  /** Keeps a response open as a stream of server-sent events. */
  open(response: ServerResponse, person: PersonKey): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#open.set(response, person);
    response.on('close', () => this.#open.delete(response));
  }

  /** Sends every page what its person may see; nothing where `event` gives null. */
  tell(event: (person: PersonKey) => PreviewEvent | null): void {
    for (const [response, person] of this.#open) {
      const told = event(person);
      if (told) response.write(`data: ${JSON.stringify(told)}\n\n`);
    }
  }

  close(): void {
    for (const response of this.#open.keys()) response.end();
  }
}
