import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord.js';
import { LIMITS } from '../../src/discord/limits.ts';
import { allComponents, displayedLength } from '../../src/discord/messages/parts/measure.ts';
import type { OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';

/** What of Discord's limits a message breaks. */
export function brokenLimits({ components }: OutgoingMessage): string[] {
  const all = allComponents(components);
  const buttons = all.filter((component) => component.type === ComponentType.Button);
  const customIds = buttons.flatMap((button) => ('custom_id' in button ? [button.custom_id] : []));
  const rows = all.filter((component) => component.type === ComponentType.ActionRow);
  return [
    ...(all.length > LIMITS.components ? [`${all.length} components`] : []),
    ...(displayedLength(components) > LIMITS.displayedText ? [`${displayedLength(components)} of text`] : []),
    ...(new Set(customIds).size < customIds.length ? ['a custom id twice'] : []),
    ...customIds.filter((id) => id.length > LIMITS.customId),
    ...rows
      .filter((row) => row.components.length === 0 || row.components.length > LIMITS.buttonsInRow)
      .map(() => 'row'),
    ...buttons.flatMap((button) =>
      'label' in button && (button.label ?? '').length > LIMITS.buttonLabel ? ['label'] : [],
    ),
    ...buttons.flatMap((b) => (b.style === ButtonStyle.Link && b.url.length > LIMITS.url ? ['url'] : [])),
    ...all.flatMap((part) => (part.type === ComponentType.TextDisplay && part.content.trim() === '' ? ['empty'] : [])),
    ...(halfCharacter(components) ? ['half a character'] : []),
  ];
}

function halfCharacter(components: readonly APIMessageTopLevelComponent[]): boolean {
  try {
    encodeURIComponent(JSON.stringify(components.map((component) => JSON.stringify(component))));
    return /[\ud800-\udbff](?![\udc00-\udfff])/.test(JSON.stringify(components));
  } catch {
    return true;
  }
}
