import type { ChoiceView, CommandView, OptionView } from '../protocol.ts';
import { h } from './dom.ts';
import { fileControl } from './file-field.ts';
import type { Session } from './session.ts';
import { Suggestions } from './suggestions.ts';

export type Value = string | number | boolean;

/** How long typing must pause before suggestions are asked for, in ms. */
const PAUSE = 150;
/** Discord's numbers for kinds of options. */
const KIND = { whole: 4, yesNo: 5, person: 6, channel: 7, role: 8, personOrRole: 9, number: 10, file: 11 } as const;

/** An option being filled in. */
export interface OptionField {
  readonly option: OptionView;
  readonly element: HTMLElement;
  /** Undefined while it is empty. */
  value(): Value | undefined;
  set(value: Value): void;
  focus(): void;
  /** Shows what is wrong, or (null) that nothing is. */
  complain(sentence: string | null): void;
}

/** `filled` gives the other options as far as they are filled in: suggestions may depend on them. */
export function optionField(
  command: CommandView,
  option: OptionView,
  session: Session,
  filled: () => Record<string, Value>,
): OptionField {
  const id = `option-${option.name}`;
  const complaint = h('p', { class: 'complaint', id: `${id}-complaint`, role: 'alert' });
  const control =
    option.type === KIND.file
      ? fileControl(session)
      : (menuOf(option, session) ?? textOf(command, option, session, filled));
  control.box.id = id;
  control.box.setAttribute('aria-describedby', `${id}-hint ${complaint.id}`);
  if (option.required) control.box.setAttribute('aria-required', 'true');
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, option.label, option.required && h('small', {}, ` ${session.texts.required}`)),
    control.element,
    h('p', { class: 'hint', id: `${id}-hint` }, option.description),
    complaint,
  );
  return {
    option,
    element,
    value: control.value,
    set: control.set,
    focus: () => control.box.focus(),
    complain(sentence) {
      complaint.textContent = sentence ?? '';
      control.box.setAttribute('aria-invalid', String(sentence !== null));
    },
  };
}

interface Control {
  readonly box: HTMLInputElement | HTMLSelectElement;
  readonly element: HTMLElement;
  value(): Value | undefined;
  set(value: Value): void;
}

/** A menu for an option that takes one of a few things; null for any other. */
function menuOf(option: OptionView, session: Session): Control | null {
  const choices = choicesOf(option, session);
  if (choices.length === 0) return null;
  const menu = h(
    'select',
    {},
    h('option', { value: '' }, session.texts.choose),
    ...choices.map(({ label }, at) => h('option', { value: at }, label)),
  );
  return {
    box: menu,
    element: menu,
    value: () => (menu.value === '' ? undefined : choices[Number(menu.value)]?.value),
    set(value) {
      const at = choices.findIndex((it) => it.value === value);
      menu.value = at === -1 ? '' : String(at);
    },
  };
}

function choicesOf({ type, choices }: OptionView, { snapshot, texts }: Session): { label: string; value: Value }[] {
  const named = (list: readonly { name: string; id: string }[]) =>
    list.map(({ name, id }) => ({ label: name, value: id }));
  const people = [...snapshot.people, snapshot.bot];
  switch (type) {
    case KIND.yesNo:
      return [
        { label: texts.yes, value: true },
        { label: texts.no, value: false },
      ];
    case KIND.person:
      return named(people);
    case KIND.channel:
      return named([snapshot.channel]);
    case KIND.role:
      return named(snapshot.roles);
    case KIND.personOrRole:
      return named([...people, ...snapshot.roles]);
    default:
      return [...choices];
  }
}

function textOf(
  command: CommandView,
  option: OptionView,
  session: Session,
  filled: () => Record<string, Value>,
): Control {
  const box = h('input', { type: 'text', maxlength: option.maxLength });
  const isNumber = option.type === KIND.whole || option.type === KIND.number;
  if (isNumber) box.inputMode = 'decimal';
  /** A suggestion that was taken: its value is sent, its label is shown. */
  let taken: ChoiceView | null = null;
  const complete = async (text: string) => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (box.value !== text || document.activeElement !== box) return null;
    const { [option.name]: _, ...values } = filled();
    const result = await session.act({ do: 'complete', command: command.name, option: option.name, text, values });
    return (result?.choices ?? []).map((choice) => ({
      label: choice.label,
      pick() {
        taken = choice;
        box.value = choice.label;
      },
    }));
  };
  let element: HTMLElement = box;
  if (option.autocomplete) {
    const { texts } = session;
    const suggestions = new Suggestions(box, texts.suggestions, () => texts.nothingFound, complete);
    box.addEventListener('focus', () => void suggestions.refresh());
    element = h('div', { class: 'completing' }, box, suggestions.list);
  }
  return {
    box,
    element,
    value() {
      const text = box.value.trim();
      if (text === '') return undefined;
      const value = taken?.label === box.value ? taken.value : text;
      return isNumber && Number.isFinite(Number(value)) ? Number(value) : value;
    },
    set(value) {
      box.value = String(value);
    },
  };
}
