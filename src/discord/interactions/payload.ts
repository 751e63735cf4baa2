import { ComponentType, MessageFlags } from 'discord.js';
import type { OutgoingFile, OutgoingMessage } from '../messages/parts/parts.ts';

/** An {@link OutgoingMessage} as discord.js sends it: nobody is pinged but those it names. */
export function payload({ components, pings = [], files = [] }: OutgoingMessage) {
  return {
    components,
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], users: [...pings] },
    // An empty list would take a message's pictures away.
    ...(files.length > 0 && { files: files.map(attachment) }),
  } as const;
}

function attachment({ name, data, description }: OutgoingFile) {
  return { attachment: Buffer.from(data), name, description };
}

const ATTACHED: ReadonlySet<ComponentType> = new Set([ComponentType.MediaGallery, ComponentType.File]);

/** The message without its pictures and files; null for one that has none. */
export function withoutPictures({ files = [], components, ...rest }: OutgoingMessage): OutgoingMessage | null {
  if (files.length === 0) return null;
  const kept = components.map((component) =>
    component.type === ComponentType.Container
      ? { ...component, components: component.components.filter(({ type }) => !ATTACHED.has(type)) }
      : component,
  );
  return { ...rest, components: kept };
}
