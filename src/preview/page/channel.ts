import type { MessageView } from '../protocol.ts';
import { byId, fill, h } from './dom.ts';
import { messageView } from './message.ts';
import { openMessageMenu } from './message-menu.ts';
import { plainText } from './plain-text.ts';
import { nameOf, type Session } from './session.ts';

/** How much of a message is read aloud when it comes, in characters. */
const READ_ALOUD = 400;
/** How long "is typing" stands, in ms, as in Discord. */
const TYPING = 10_000;

/** The messages of the channel, oldest first. */
export class ChannelView {
  readonly #log = byId('log');
  readonly #list = byId('messages');
  readonly #typing = byId('typing');
  readonly #announce = byId('announce');
  readonly #items = new Map<string, HTMLLIElement>();
  readonly #reply: (view: MessageView) => void;
  #session: Session | null = null;
  #typingUntil: ReturnType<typeof setTimeout> | undefined;

  constructor(reply: (view: MessageView) => void) {
    this.#reply = reply;
    // What scrolls must be reachable by keyboard.
    this.#log.tabIndex = 0;
  }

  /** Shows all messages anew. */
  show(session: Session): void {
    this.#session = session;
    this.#items.clear();
    const { texts, snapshot } = session;
    const welcome = h(
      'li',
      { class: 'welcome' },
      h('h2', {}, `${snapshot.place === 'direct' ? '@' : '#'}${snapshot.channel.name}`),
      h('p', {}, snapshot.place === 'direct' ? texts.welcomeDirect : `${texts.welcome} ${texts.hint}`),
    );
    fill(this.#list, welcome);
    for (const view of snapshot.messages) this.#place(view, session);
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  /** Adds a message, or puts its new form in place of the old. */
  put(view: MessageView): void {
    const session = this.#session;
    if (!session) return;
    const isNew = !this.#items.has(view.message.id);
    const nearEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 200;
    const item = this.#place(view, session);
    if (view.message.author.bot === true) this.#stopTyping();
    if (isNew || nearEnd) this.#reveal(item);
    this.#say(view, session);
  }

  remove(id: string): void {
    this.#items.get(id)?.remove();
    this.#items.delete(id);
  }

  typing(): void {
    const { texts, snapshot } = this.#session ?? {};
    if (!texts || !snapshot) return;
    this.#typing.textContent = texts.typing(snapshot.bot.name);
    clearTimeout(this.#typingUntil);
    this.#typingUntil = setTimeout(() => this.#stopTyping(), TYPING);
  }

  #stopTyping(): void {
    this.#typing.textContent = '';
  }

  #place(view: MessageView, session: Session): HTMLLIElement {
    const item = messageView(view, session, (of, at, point) =>
      openMessageMenu(of, session, () => this.#reply(of), at, point),
    );
    const old = this.#items.get(view.message.id);
    const focused = old?.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-custom-id')
      : null;
    if (old) old.replaceWith(item);
    else this.#list.append(item);
    if (focused) item.querySelector<HTMLElement>(`[data-custom-id="${CSS.escape(focused)}"]`)?.focus();
    this.#items.set(view.message.id, item);
    return item;
  }

  /** To the end of the channel, or to the beginning of a message that is longer than the window. */
  #reveal(item: HTMLElement): void {
    const isLong = item.offsetHeight > this.#log.clientHeight - 40;
    if (isLong) item.scrollIntoView({ block: 'start' });
    else this.#log.scrollTop = this.#log.scrollHeight;
  }

  #say({ message, thinking }: MessageView, session: Session): void {
    const name = nameOf(message.author, session);
    this.#announce.textContent = thinking
      ? `${name} ${session.texts.thinking}`
      : `${name}: ${plainText(message).slice(0, READ_ALOUD)}`;
  }
}
