import { snowflake } from '../ids.ts';
import {
  type ActionRow,
  allComponents,
  type Container,
  type Media,
  type Section,
  type TopLevelComponent,
} from '../limits/components.ts';
import type { Embed } from '../limits/embeds.ts';
import type { Attachment } from './messages.ts';

type Inner = Exclude<TopLevelComponent, Container>;

/** The components of a message as Discord gives them back: numbered, defaults filled in, files resolved. */
export function completeComponents(
  components: readonly TopLevelComponent[],
  attachments: readonly Attachment[],
): TopLevelComponent[] {
  const taken = new Set(allComponents([...components]).flatMap((it) => it.id || []));
  let next = 1;
  const numbered = <C extends { id?: number | undefined }>(it: C): C & { id: number } => {
    if (it.id) return { ...it, id: it.id };
    while (taken.has(next)) next += 1;
    taken.add(next);
    return { ...it, id: next };
  };
  const fileOf = (url: string) =>
    attachments.find((it) => url === `attachment://${it.filename}` || url === it.url) ?? null;
  const media = (it: Media): Media => {
    const url = fileOf(it.url)?.url ?? it.url;
    return { id: snowflake(), proxy_url: url, width: null, height: null, content_type: null, ...it, url };
  };
  const control = (it: ActionRow['components'][number]) =>
    it.type === 2 ? numbered(it) : numbered({ ...it, min_values: it.min_values ?? 1, max_values: it.max_values ?? 1 });
  const accessory = (it: Section['accessory']) =>
    it.type === 2
      ? numbered(it)
      : numbered({
          ...it,
          media: media(it.media),
          description: it.description ?? null,
          spoiler: it.spoiler ?? false,
        });
  const inner = (given: Inner): Inner => {
    const it = numbered(given);
    switch (it.type) {
      case 1:
        return { ...it, components: it.components.map(control) };
      case 9:
        return { ...it, components: it.components.map(numbered), accessory: accessory(it.accessory) };
      case 10:
        return it;
      case 12:
        return {
          ...it,
          items: it.items.map((item) => ({
            media: media(item.media),
            description: item.description ?? null,
            spoiler: item.spoiler ?? false,
          })),
        };
      case 13: {
        const file = fileOf(it.file.url);
        const found = file ? { name: file.filename, size: file.size } : {};
        return { ...it, file: media(it.file), spoiler: it.spoiler ?? false, ...found };
      }
      case 14:
        return { ...it, divider: it.divider ?? true, spacing: it.spacing ?? 1 };
    }
  };
  return components.map((it) => {
    if (it.type !== 17) return inner(it);
    const box = numbered(it);
    const { accent_color = null, spoiler } = box;
    return { ...box, components: box.components.map(inner), accent_color, spoiler: spoiler ?? false };
  });
}

/** Embeds as Discord gives them back. */
export function completeEmbeds(embeds: readonly Embed[]): Embed[] {
  return embeds.map((it) => {
    const fields = it.fields?.map((field) => ({ ...field, inline: field.inline ?? false }));
    return { ...it, type: 'rich', ...(fields ? { fields } : {}) };
  });
}
