import { fill, h } from './dom.ts';

export interface Suggestion {
  readonly label: string;
  readonly hint?: string;
  pick(): void;
}

type Find = (text: string) => readonly Suggestion[] | null | Promise<readonly Suggestion[] | null>;

let lists = 0;

/**
 * A list of suggestions under a text box (the ARIA combobox pattern): arrows choose, Enter or Tab takes, Escape closes.
 * `find` gives null where there is nothing to suggest; an empty list says that nothing was found.
 */
export class Suggestions {
  readonly list: HTMLElement;
  readonly #input: HTMLInputElement | HTMLTextAreaElement;
  readonly #find: Find;
  readonly #nothing: () => string;
  #shown: readonly Suggestion[] = [];
  #at = 0;
  #asked = 0;
  /** The last search that was answered: before that what is shown fits an older text, and is not taken. */
  #answered = 0;
  #takeFirst = false;

  constructor(input: HTMLInputElement | HTMLTextAreaElement, label: string, nothing: () => string, find: Find) {
    this.#input = input;
    this.#find = find;
    this.#nothing = nothing;
    lists += 1;
    this.list = h('div', {
      class: 'suggestions',
      id: `suggestions-${lists}`,
      role: 'listbox',
      'aria-label': label,
      hidden: true,
    });
    const combobox = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': this.list.id,
      'aria-expanded': 'false',
    };
    for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
    input.setAttribute('autocomplete', 'off');
    input.addEventListener('input', () => void this.refresh());
    input.addEventListener('blur', () => this.close());
    input.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && this.#key(event.key)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    });
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  /** Looks again for what fits the text as it is now; an answer that comes too late is dropped. */
  async refresh(): Promise<void> {
    this.#asked += 1;
    this.#takeFirst = false;
    const asked = this.#asked;
    const found = await this.#find(this.#input.value);
    if (asked !== this.#asked) return;
    this.#answered = asked;
    this.#show(found);
    if (this.#takeFirst && found && found.length > 0) this.#take(0);
  }

  close(): void {
    this.#asked += 1;
    this.#answered = this.#asked;
    this.#takeFirst = false;
    this.#show(null);
  }

  #show(found: readonly Suggestion[] | null): void {
    this.#shown = found ?? [];
    this.#at = 0;
    this.list.hidden = found === null;
    this.#input.setAttribute('aria-expanded', String(found !== null));
    const rows = this.#shown.map((it, at) => this.#row(it, at));
    fill(this.list, rows, found?.length === 0 && h('p', { class: 'nothing' }, this.#nothing()));
    this.#mark();
  }

  #row({ label, hint }: Suggestion, at: number): HTMLElement {
    const row = h(
      'div',
      { role: 'option', id: `${this.list.id}-${at}`, class: 'suggestion' },
      h('span', { class: 'label' }, label),
      hint && h('span', { class: 'hint' }, hint),
    );
    // Before the text box loses its focus, which closes the list.
    row.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.#take(at);
    });
    return row;
  }

  #key(key: string): boolean {
    if (!this.isOpen) return false;
    const { length } = this.#shown;
    if (key === 'Escape') this.close();
    else if (this.#answered !== this.#asked) {
      // Who goes on keeps what was typed; who takes the first gets the first of those that fit it.
      this.#takeFirst = key === 'Enter';
      return this.#takeFirst;
    } else if (length === 0) return false;
    else if (key === 'ArrowDown') this.#at = (this.#at + 1) % length;
    else if (key === 'ArrowUp') this.#at = (this.#at - 1 + length) % length;
    else if (key === 'Enter' || key === 'Tab') this.#take(this.#at);
    else return false;
    this.#mark();
    return true;
  }

  #take(at: number): void {
    const taken = this.#shown[at];
    this.close();
    taken?.pick();
  }

  #mark(): void {
    for (const [at, row] of [...this.list.children].entries()) {
      row.setAttribute('aria-selected', String(at === this.#at));
      if (at === this.#at) row.scrollIntoView({ block: 'nearest' });
    }
    const active = this.isOpen && this.#shown.length > 0 ? `${this.list.id}-${this.#at}` : '';
    this.#input.setAttribute('aria-activedescendant', active);
  }
}
