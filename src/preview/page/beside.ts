import type { ExampleView, ExchangeView, RequestView } from '../protocol.ts';
import { action, byId, fill, h } from './dom.ts';
import { localeOf, type Session } from './session.ts';

/** What stands beside the channel: letters, examples, and the last message raw. */
export function showBeside(session: Session, onExample: () => void): void {
  const { texts, snapshot } = session;
  const { overview, exchange } = snapshot;
  const example = ({ label, command, values }: ExampleView) =>
    h(
      'li',
      {},
      action(
        label,
        () => {
          onExample();
          void session.act({ do: 'slash', command, values: { ...values } });
        },
        { class: 'example' },
      ),
    );
  fill(
    byId('overview'),
    h('p', {}, texts.about),
    overview && [
      h('h2', {}, texts.examples),
      h('h3', {}, texts.inDutch),
      h('ul', { class: 'plain-list', lang: 'nl' }, ...overview.examples.nl.map(example)),
      h('h3', {}, texts.inEnglish),
      h('ul', { class: 'plain-list', lang: 'en' }, ...overview.examples.en.map(example)),
      h('h2', {}, texts.lettersTitle),
      h('p', { class: 'hint' }, texts.letters(overview.letters.length, overview.passages)),
      h(
        'ul',
        { class: 'letters', tabindex: 0, 'aria-label': texts.lettersTitle },
        ...overview.letters.map(({ title, file, date }) =>
          h(
            'li',
            { title: file },
            h('span', { lang: 'nl' }, title),
            h('small', {}, date === null ? texts.undated : dateOf(date, localeOf(session))),
          ),
        ),
      ),
    ],
  );
  showExchange(exchange, session);
}

/** The requests that made the last message, with the judges' verdict. */
export function showExchange(exchange: ExchangeView | null, { texts }: Session): void {
  fill(
    byId('exchange'),
    h('h2', {}, texts.raw),
    exchange === null && h('p', { class: 'hint' }, texts.noRaw),
    exchange && [
      h('p', { class: 'hint' }, exchange.title === '@' ? '' : `${exchange.title} · `, exchange.judging),
      ...exchange.requests.map((request) => requestView(request, texts)),
    ],
  );
}

function requestView(request: RequestView, texts: Session['texts']): HTMLElement {
  const { method, path, status, body, files, response, problems } = request;
  const fine = problems.length === 0;
  return h(
    'details',
    { class: fine ? 'request' : 'request wrong' },
    h(
      'summary',
      {},
      h('code', {}, `${method} ${path}`),
      ' ',
      h('span', { class: 'verdict' }, fine ? '✓' : '✗'),
      ` ${status}`,
    ),
    h('p', { class: 'verdict' }, fine ? texts.fine : texts.wrong),
    problems.length > 0 && h('ul', {}, ...problems.map((problem) => h('li', {}, problem))),
    h('h3', {}, texts.sent),
    h('pre', { tabindex: 0 }, json(body)),
    files.length > 0 && h('ul', {}, ...files.map((file) => h('li', {}, file))),
    response !== undefined && [h('h3', {}, `${texts.answered} ${status}`), h('pre', { tabindex: 0 }, json(response))],
  );
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? '';
}

function dateOf(isoDate: string, locale: string): string {
  return new Date(`${isoDate}T12:00:00`).toLocaleDateString(locale, { dateStyle: 'long' });
}
