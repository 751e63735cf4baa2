import { allComponents, type Button, type Component, type Select } from './limits/components.ts';
import type { Message } from './world/messages.ts';

/** All components of a message in reading order, nested ones included. */
export function componentsOf(message: Message): Component[] {
  return allComponents([...message.components]);
}

/** Everything a reader can read in a message, one text per line: content, text displays and embeds. */
export function textOf(message: Message): string {
  const shown = componentsOf(message).flatMap((it) => (it.type === 10 ? [it.content] : []));
  const embedded = message.embeds.flatMap((it) => [
    it.author?.name,
    it.title,
    it.description,
    ...(it.fields ?? []).flatMap((field) => [field.name, field.value]),
    it.footer?.text,
  ]);
  return [message.content, ...shown, ...embedded].filter((it) => it).join('\n');
}

export function buttonsOf(message: Message): Button[] {
  return componentsOf(message).filter((it) => it.type === 2);
}

/**
 * The custom id of the button with a label.
 *
 * @throws an error that names the labels there are
 */
export function customIdOf(message: Message, label: string | RegExp): string {
  const buttons = buttonsOf(message);
  const fits = (text: string) => (typeof label === 'string' ? text === label : label.test(text));
  const customId = buttons.find((it) => fits(it.label ?? ''))?.custom_id;
  if (customId) return customId;
  throw new Error(`no button ${label} among ${buttons.map((it) => JSON.stringify(it.label)).join(', ') || 'none'}`);
}

export function selectsOf(message: Message): Select[] {
  return componentsOf(message).filter(
    (it) => it.type === 3 || it.type === 5 || it.type === 6 || it.type === 7 || it.type === 8,
  );
}
