import type { Select } from '../../local-discord/limits/components.ts';
import { action, h } from './dom.ts';
import type { Session } from './session.ts';
import type { Shown } from './shown.ts';

interface Choice {
  readonly label: string;
  readonly value: string;
  readonly chosen: boolean;
}

/** A select menu: one choice is sent at once, several by a button beside it. */
export function selectView(select: Select, { message, session }: Shown): HTMLElement {
  const most = select.max_values ?? 1;
  const disabled = select.disabled === true;
  const placeholder = select.placeholder ?? session.texts.choose;
  const choices = choicesOf(select, session);
  const menu = h(
    'select',
    { 'aria-label': placeholder, multiple: most > 1, disabled },
    most === 1 && h('option', { value: '' }, placeholder),
    ...choices.map(({ label, value, chosen }) => h('option', { value, selected: chosen }, label)),
  );
  const send = async (): Promise<void> => {
    const values = [...menu.selectedOptions].map((it) => it.value).filter((it) => it !== '');
    if (values.length < (select.min_values ?? 1) || values.length > most) return;
    menu.disabled = true;
    await session.act({ do: 'select', message: message.id, customId: select.custom_id, values });
    menu.disabled = disabled;
  };
  if (most > 1)
    return h('div', { class: 'several' }, menu, action(session.texts.choose, send, { class: 'button', disabled }));
  menu.addEventListener('change', send);
  return menu;
}

/** What a menu offers: its own texts, or people, roles and channels. */
function choicesOf(select: Select, { snapshot }: Session): Choice[] {
  if (select.type === 3)
    return select.options.map(({ label, value, description, default: chosen }) => ({
      label: description ? `${label} (${description})` : label,
      value,
      chosen: chosen === true,
    }));
  const people = [...snapshot.people, snapshot.bot];
  const named =
    select.type === 5
      ? people
      : select.type === 6
        ? snapshot.roles
        : select.type === 7
          ? [...people, ...snapshot.roles]
          : [snapshot.channel];
  const chosen = new Set(select.default_values?.map(({ id }) => id));
  return named.map(({ id, name }) => ({ label: name, value: id, chosen: chosen.has(id) }));
}
