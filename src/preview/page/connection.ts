import type { PreviewEvent, Viewer } from '../protocol.ts';

/** How long to wait before connecting again, in ms. */
const AGAIN = 1000;

export interface Connection {
  /** Looks through somebody's eyes, somewhere, from now on. */
  as(viewer: Viewer): void;
}

/** Keeps the event stream open; a server that went away is tried until it is back, and then sends everything anew. */
export function connect(onEvent: (event: PreviewEvent) => void, onLost: () => void): Connection {
  let stream: EventSource | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const open = (viewer: Viewer): void => {
    clearTimeout(waiting);
    stream?.close();
    const opened = new EventSource(`/preview/events?as=${viewer.person}&at=${viewer.place}`);
    stream = opened;
    opened.addEventListener('message', ({ data }) => {
      const event: PreviewEvent = JSON.parse(String(data));
      onEvent(event);
    });
    opened.addEventListener('error', () => {
      opened.close();
      onLost();
      waiting = setTimeout(() => open(viewer), AGAIN);
    });
  };
  return { as: open };
}
