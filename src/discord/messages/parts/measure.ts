import { type APIMessageComponent, ComponentType } from 'discord.js';

/** Every component of a message, nested ones too, in the order in which they are shown. */
export function allComponents(components: readonly APIMessageComponent[]): APIMessageComponent[] {
  return components.flatMap((component): APIMessageComponent[] => {
    if (component.type === ComponentType.Section)
      return [component, ...allComponents(component.components), component.accessory];
    if ('components' in component) return [component, ...allComponents(component.components)];
    return [component];
  });
}

/** Length of all text displays together. */
export function displayedLength(components: readonly APIMessageComponent[]): number {
  return allComponents(components).reduce(
    (sum, component) => sum + (component.type === ComponentType.TextDisplay ? component.content.length : 0),
    0,
  );
}
