import { allComponents, type Component } from '../limits/components.ts';
import type { Message, StoredMessage } from '../world/messages.ts';
import type { Person } from '../world/person.ts';

/** What a person does with a component: presses it (no values) or chooses. */
interface Use {
  customId: string;
  values: readonly string[] | null;
  user: Person;
}

export function componentWith(message: Message, customId: string): Component | null {
  const all = allComponents([...message.components]);
  return all.find((it) => 'custom_id' in it && it.custom_id === customId) ?? null;
}

/** Why Discord's client would not let a person use a component of a message, or null. */
export function whyUnusable(stored: StoredMessage | null, { customId, values, user }: Use): string | null {
  if (!stored) return 'the message was deleted';
  if (stored.visibleTo && stored.visibleTo !== user.id) return `${user.name} does not see the message`;
  const component = componentWith(stored.message, customId);
  if (!component) return `the message has no component "${customId}"`;
  if ('disabled' in component && component.disabled) return `"${customId}" is disabled`;
  if ((component.type === 2) === (values !== null)) return `"${customId}" is ${values ? 'a button' : 'a menu'}`;
  if (component.type === 3 && values) {
    const [min, max] = [component.min_values ?? 1, component.max_values ?? 1];
    if (values.length < min || values.length > max) return `"${customId}" takes ${min} to ${max} values`;
    const unknown = values.find((value) => !component.options.some((it) => it.value === value));
    if (unknown !== undefined) return `"${customId}" has no option "${unknown}"`;
  }
  return null;
}
