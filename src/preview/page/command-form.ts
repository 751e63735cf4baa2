import type { CommandView } from '../protocol.ts';
import { action, fill, h } from './dom.ts';
import { FILE } from './file-field.ts';
import { type OptionField, optionField, type Value } from './option-field.ts';
import type { Session } from './session.ts';

/** Discord's number for an option that takes text. */
const TEXT = 3;

export interface CommandForm {
  readonly element: HTMLFormElement;
  readonly command: string;
  /** What is filled in so far. */
  values(): Record<string, Value>;
  focus(): void;
}

/** A command being filled in: required options and files at once, the others when they are asked for. */
export function commandForm(
  command: CommandView,
  given: Readonly<Record<string, Value>>,
  session: Session,
  onClose: () => void,
): CommandForm {
  const { texts } = session;
  const fields: OptionField[] = [];
  const shown = h('div', { class: 'fields' });
  const others = h('p', { class: 'others' });
  const values = (): Record<string, Value> =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = field.value();
        return value === undefined ? [] : [[field.option.name, value]];
      }),
    );
  const add = (name: string): OptionField | null => {
    const option = command.options.find((it) => it.name === name);
    if (!option || fields.some((field) => field.option.name === name)) return null;
    const field = optionField(command, option, session, values);
    fields.push(field);
    shown.append(field.element);
    offer();
    return field;
  };
  const offer = (): void => {
    const left = command.options.filter((it) => !fields.some(({ option }) => option.name === it.name));
    const chips = left.map((it) =>
      action(`+ ${it.label}`, () => add(it.name)?.focus(), { class: 'chip', title: it.description }),
    );
    fill(others, left.length > 0 && texts.moreOptions, ...chips);
  };
  const send = async (): Promise<void> => {
    const wrong = fields.filter((field) => {
      const missing = field.option.required && field.value() === undefined;
      field.complain(missing ? texts.missing(field.option.label) : null);
      return missing;
    });
    if (wrong[0]) {
      wrong[0].focus();
      return;
    }
    onClose();
    await session.act({ do: 'slash', command: command.name, values: values() });
  };

  const element = h(
    'form',
    { class: 'command', 'aria-label': `/${command.label}` },
    h('p', { class: 'title' }, h('strong', {}, `/${command.label}`), ` ${command.description}`),
    shown,
    others,
    h(
      'p',
      { class: 'buttons' },
      action(texts.cancel, onClose, { class: 'button secondary' }),
      h('button', { type: 'submit', class: 'button primary' }, texts.send),
    ),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onClose();
  });
  offer();
  const isShown = ({ required, name, type }: CommandView['options'][number]): boolean =>
    required || type === FILE || name in given;
  for (const option of command.options) if (isShown(option)) add(option.name);
  // Where nothing is required, what is filled in most often comes first.
  if (fields.length === 0 && command.options[0]) add(command.options[0].name);
  for (const field of fields) {
    const value = given[field.option.name];
    if (value !== undefined) field.set(value);
  }
  return {
    element,
    command: command.name,
    values,
    focus: () => (fields[0] ? fields[0].focus() : element.querySelector<HTMLElement>('[type=submit]')?.focus()),
  };
}

/** Which option takes the words typed behind a command's name: the first required one that takes text, or the first. */
export function firstText({ options }: CommandView): string | null {
  const texts = options.filter(({ type }) => type === TEXT);
  return (texts.find(({ required }) => required) ?? texts[0])?.name ?? null;
}
