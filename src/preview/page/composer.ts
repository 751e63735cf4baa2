import type { CommandView, MessageView } from '../protocol.ts';
import { type CommandForm, commandForm, firstText } from './command-form.ts';
import { action, byId, fill, h } from './dom.ts';
import type { Value } from './option-field.ts';
import { nameOf, type Session } from './session.ts';
import { type Suggestion, Suggestions } from './suggestions.ts';

/** "@" and what is typed behind it, at the end of a text. */
const MENTION = /@(\p{L}*)$/u;

/** The message box: text, "/" for commands, "@" for people, and the message that is replied to. */
export class Composer {
  readonly #place = byId('composer');
  readonly #box = h('textarea', { rows: 1, maxlength: 2000, id: 'write' });
  readonly #replyBar = h('p', { class: 'replying', hidden: true });
  readonly #onProblem: (sentence: string) => void;
  #suggestions: Suggestions | null = null;
  #session: Session | null = null;
  #form: CommandForm | null = null;
  #replyTo: string | null = null;

  constructor(onProblem: (sentence: string) => void) {
    this.#onProblem = onProblem;
    this.#box.addEventListener('input', () => this.#typed());
  }

  /** Shows the box in the person's language; what was being written stays. */
  update(session: Session): void {
    this.#session = session;
    const { texts, snapshot } = session;
    const command = snapshot.commands.find(({ name }) => name === this.#form?.command);
    if (this.#form && command) {
      this.open(command, this.#form.values());
      return;
    }
    this.#form = null;
    const label = snapshot.place === 'direct' ? texts.writeDirect : texts.write(snapshot.bot.name);
    this.#box.placeholder = label;
    this.#box.setAttribute('aria-label', label);
    if (!this.#suggestions) {
      this.#suggestions = new Suggestions(
        this.#box,
        texts.suggestions,
        () => this.#session?.texts.nothingFound ?? '',
        (text) => this.#suggest(text),
      );
      // After the suggestions: Enter takes one of them first.
      this.#box.addEventListener('keydown', (event) => this.#key(event));
    }
    this.#suggestions.list.setAttribute('aria-label', texts.suggestions);
    const send = action(texts.send, () => void this.#send(), { class: 'button primary' });
    const form = h('div', { class: 'writing' }, this.#box, send);
    fill(this.#place, this.#replyBar, this.#suggestions.list, form);
  }

  focus(): void {
    if (this.#form) this.#form.focus();
    else this.#box.focus();
  }

  /** Replies to a message from now on. */
  reply({ message }: MessageView): void {
    const session = this.#session;
    if (!session) return;
    this.#close();
    this.#replyTo = message.id;
    const author = nameOf(message.author, session);
    const stop = action('✕', () => this.#stopReplying(), { class: 'plain', 'aria-label': session.texts.cancel });
    fill(this.#replyBar, session.texts.replyingTo(author), ' ', stop);
    this.#replyBar.hidden = false;
    this.#box.focus();
  }

  #typed(): void {
    this.#box.style.height = 'auto';
    this.#box.style.height = `${Math.min(this.#box.scrollHeight, 200)}px`;
    // "/ask " and whatever follows fills the command in.
    const { value } = this.#box;
    const named = this.#session?.snapshot.commands.find(({ label }) => value.startsWith(`/${label} `));
    if (named) this.open(named, given(named, value.slice(named.label.length + 2)));
  }

  #suggest(text: string): Suggestion[] | null {
    const session = this.#session;
    // A command may just have been opened by what was typed.
    if (!session || this.#form) return null;
    const { commands, people, bot } = session.snapshot;
    if (text.startsWith('/')) {
      const typed = text.slice(1).toLowerCase();
      const fits = commands.filter(({ label, name }) => label.startsWith(typed) || name.startsWith(typed));
      return fits.map((it) => ({ label: `/${it.label}`, hint: it.description, pick: () => this.open(it, {}) }));
    }
    const typed = MENTION.exec(text)?.[1]?.toLowerCase();
    if (typed === undefined) return null;
    const named = [bot, ...people].filter(({ name }) => name.toLowerCase().startsWith(typed));
    if (named.length === 0) return null;
    return named.map(({ name }) => ({
      label: `@${name}`,
      pick: () => {
        this.#box.value = text.replace(MENTION, `@${name} `);
      },
    }));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#stopReplying();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void this.#send();
  }

  async #send(): Promise<void> {
    const session = this.#session;
    const text = this.#box.value.trim();
    if (!session || text === '') return;
    if (text.startsWith('/')) {
      const command = session.snapshot.commands.find(({ label }) => text === `/${label}`);
      if (command) this.open(command, {});
      else this.#onProblem(session.texts.unknownCommand);
      return;
    }
    const replyTo = this.#replyTo === null ? {} : { replyTo: this.#replyTo };
    const sent = await session.act({ do: 'write', text, ...replyTo });
    if (!sent) return;
    this.#box.value = '';
    this.#typed();
    this.#stopReplying();
  }

  /** Opens a command to be filled in, with what is given already. */
  open(command: CommandView, values: Readonly<Record<string, Value>>): void {
    const session = this.#session;
    if (!session) return;
    this.#suggestions?.close();
    this.#form = commandForm(command, values, session, () => this.#close());
    fill(this.#place, this.#form.element);
    this.#form.focus();
  }

  #close(): void {
    if (!this.#form || !this.#session) return;
    this.#form = null;
    this.#box.value = '';
    this.update(this.#session);
    this.#box.focus();
  }

  #stopReplying(): void {
    this.#replyTo = null;
    this.#replyBar.hidden = true;
  }
}

function given(command: CommandView, words: string): Record<string, Value> {
  const option = firstText(command);
  return option === null || words === '' ? {} : { [option]: words };
}
