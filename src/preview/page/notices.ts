import type { Progress } from '../protocol.ts';
import { byId, fill, h } from './dom.ts';
import type { Session } from './session.ts';

/** How long a passing notice stands, in ms. */
const PASSING = 6000;

let passing: ReturnType<typeof setTimeout> | undefined;

/** Says something that went wrong, or is over, for a while. */
export function notify(sentence: string): void {
  const place = byId('notice');
  fill(place, h('p', {}, sentence));
  clearTimeout(passing);
  passing = setTimeout(() => fill(place), PASSING);
}

/** Says that the server is gone until it is back; null once it is. */
export function showLost(sentence: string | null): void {
  fill(byId('lost'), sentence !== null && h('p', {}, sentence));
}

/** How far the bot is; nothing once it is ready. */
export function showProgress(progress: Progress, session: Session): void {
  fill(byId('progress'), ...progressView(progress, session));
}

function progressView(progress: Progress, { texts }: Session): (HTMLElement | false)[] {
  switch (progress.phase) {
    case 'ready':
      return [];
    case 'loading':
      return [h('p', {}, texts.loading), h('progress', { 'aria-label': texts.loading })];
    case 'failed':
      return [h('p', { role: 'alert' }, h('strong', {}, texts.failed), ` ${progress.problem}`)];
    case 'indexing': {
      const { done, total, why } = progress;
      const known = total > 0 ? { value: done, max: total } : {};
      return [
        h('p', {}, h('strong', {}, texts.indexing), ` ${why}`),
        h('progress', { ...known, 'aria-label': texts.indexing }),
        total > 0 && h('p', { class: 'hint' }, texts.indexed(done, total)),
      ];
    }
  }
}
