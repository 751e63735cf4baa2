import { ComponentType, MessageFlags } from 'discord.js';
import { LIMITS } from '../limits.ts';
import { CUT, cutAtWord } from '../messages/parts/excerpt.ts';
import { displayedLength } from '../messages/parts/measure.ts';
import { type OutgoingFile, type OutgoingMessage, type Part, text } from '../messages/parts/parts.ts';

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
const TEXT = /\.(?:md|txt|csv)$/;

/**
 * The message without its pictures and files: in their place stand the words of those that are text, as far as there is
 * room for them, and what the others show. Null for one that has none.
 */
export function withoutFiles({ files = [], components, ...rest }: OutgoingMessage): OutgoingMessage | null {
  if (files.length === 0) return null;
  const kept = components.map((component) =>
    component.type === ComponentType.Container
      ? { ...component, components: component.components.filter(({ type }) => !ATTACHED.has(type)) }
      : component,
  );
  const [box, ...others] = kept;
  if (box?.type !== ComponentType.Container) return { ...rest, components: kept };
  const parts: Part[] = [];
  for (const { name, data, description } of files) {
    const words = TEXT.test(name) ? new TextDecoder().decode(data) : description;
    const room = LIMITS.displayedText - displayedLength([...kept, ...parts]);
    if (words !== '' && room > CUT.length) parts.push(text(cutAtWord(words, room)));
  }
  return { ...rest, components: [{ ...box, components: [...box.components, ...parts] }, ...others] };
}
