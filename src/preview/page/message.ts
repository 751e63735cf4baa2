import type { Attachment } from '../../local-discord/world/messages.ts';
import type { MessageView } from '../protocol.ts';
import { componentView, fileView } from './components.ts';
import { action, h, ownFile } from './dom.ts';
import { embedView } from './embed.ts';
import { markdown } from './markdown-view.ts';
import { plainText } from './plain-text.ts';
import { localeOf, nameOf, type Session } from './session.ts';

/** A message as an item of the channel; `openMenu` is asked for by its button and by a right click. */
export function messageView(
  view: MessageView,
  session: Session,
  openMenu: (view: MessageView, at: HTMLElement, point: { x: number; y: number } | null) => void,
): HTMLLIElement {
  const { message, ephemeral, thinking } = view;
  const { texts } = session;
  const { author } = message;
  const name = nameOf(author, session);
  const time = new Date(message.timestamp).toLocaleTimeString(localeOf(session), {
    hour: '2-digit',
    minute: '2-digit',
  });
  const menuButton = action('⋯', () => openMenu(view, menuButton, null), {
    class: 'more',
    'aria-label': texts.more(name),
    'aria-haspopup': 'menu',
    title: texts.more(name),
  });
  const item = h(
    'li',
    { class: `message${ephemeral ? ' private' : ''}`, 'data-message': message.id },
    context(view, session),
    h('span', { class: `avatar ${author.bot ? 'bot' : 'person'}`, 'aria-hidden': 'true' }, name[0] ?? '?'),
    h(
      'article',
      { 'aria-label': `${name}, ${time}` },
      h(
        'header',
        {},
        h('strong', { class: 'author' }, name),
        author.bot === true && h('span', { class: 'app' }, texts.app),
        h('time', { datetime: message.timestamp }, time),
        message.edited_timestamp !== null && !thinking && message.content !== '' && h('small', {}, texts.edited),
      ),
      ...(thinking ? [thinkingView(name, session)] : bodyView(view, session)),
      ephemeral && privateNote(view, session),
    ),
    menuButton,
  );
  item.addEventListener('contextmenu', (event) => {
    // A link or a selection keeps the browser's own menu.
    if (event.target instanceof Element && event.target.closest('a')) return;
    if (getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    openMenu(view, menuButton, { x: event.clientX, y: event.clientY });
  });
  return item;
}

function bodyView({ message }: MessageView, session: Session): (HTMLElement | null)[] {
  const inComponents = new Set(JSON.stringify(message.components).match(/\/attachments\/\d+\/\d+/g));
  const loose = message.attachments.filter(({ url }) => ![...inComponents].some((part) => url.includes(part)));
  return [
    message.content === '' ? null : markdown(message.content, session),
    ...message.embeds.map((it) => embedView(it, session)),
    ...message.components.map((it) => componentView(it, { message, session })),
    ...loose.map(attachmentView),
  ];
}

function attachmentView({ filename, size, url, content_type, description }: Attachment): HTMLElement {
  const source = ownFile(url);
  if (source === null || !content_type.startsWith('image/')) return fileView(filename, size, url);
  return h(
    'a',
    { class: 'picture', href: source, target: '_blank' },
    h('img', { src: source, alt: description ?? filename }),
  );
}

/** Above a message: which command it answers, or to which message it replies. */
function context({ message, used }: MessageView, session: Session): HTMLElement | null {
  const { texts } = session;
  if (used) return h('p', { class: 'context' }, h('strong', {}, used.person), ` ${texts.used(used.command)}`);
  const { message_reference: reference, referenced_message: before } = message;
  if (!reference) return null;
  if (!before) return h('p', { class: 'context' }, texts.gone);
  return h(
    'p',
    { class: 'context' },
    h('strong', {}, nameOf(before.author, session)),
    ` ${plainText(before).slice(0, 120)}`,
  );
}

function thinkingView(name: string, { texts }: Session): HTMLElement {
  return h('p', { class: 'thinking' }, `${name} ${texts.thinking}`);
}

function privateNote({ message }: MessageView, { texts, act }: Session): HTMLElement {
  const dismiss = action(texts.dismiss, () => void act({ do: 'dismiss', message: message.id }), { class: 'plain' });
  return h('p', { class: 'only-you' }, `${texts.onlyYou} · `, dismiss);
}
