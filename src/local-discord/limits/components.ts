import { z } from 'zod';
import { actionRow, button, componentId } from './controls.ts';
import { LIMITS } from './values.ts';

/** A picture or file by its address; what Discord adds to it may be sent back, and is ignored. */
const media = z.strictObject({
  url: z
    .string()
    .max(LIMITS.mediaUrl)
    .regex(/^(https?|attachment):\/\/\S+$/, 'Scheme must be one of http, https, attachment.'),
  id: z.string().optional(),
  proxy_url: z.string().optional(),
  width: z.int().nullish(),
  height: z.int().nullish(),
  content_type: z.string().nullish(),
  attachment_id: z.string().optional(),
});
export type Media = z.output<typeof media>;
const mediaDescription = z.string().max(LIMITS.mediaDescription).nullish();

export const textDisplay = z.strictObject({
  ...componentId,
  type: z.literal(10),
  content: z.string().min(1).max(LIMITS.displayedText),
});

const thumbnail = z.strictObject({
  ...componentId,
  type: z.literal(11),
  media,
  description: mediaDescription,
  spoiler: z.boolean().nullish(),
});

/** One to three texts with a button or a thumbnail beside them. */
const section = z.strictObject({
  ...componentId,
  type: z.literal(9),
  components: z
    .array(z.discriminatedUnion('type', [textDisplay]))
    .min(1)
    .max(LIMITS.sectionTexts),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const mediaGallery = z.strictObject({
  ...componentId,
  type: z.literal(12),
  items: z
    .array(z.strictObject({ media, description: mediaDescription, spoiler: z.boolean().nullish() }))
    .min(1)
    .max(LIMITS.galleryItems),
});

const file = z.strictObject({
  ...componentId,
  type: z.literal(13),
  file: media,
  spoiler: z.boolean().nullish(),
  name: z.string().optional(),
  size: z.int().optional(),
});

const separator = z.strictObject({
  ...componentId,
  type: z.literal(14),
  divider: z.boolean().nullish(),
  spacing: z.union([z.literal(1), z.literal(2)]).nullish(),
});

/** A box with an accent colour; it holds no other container. */
const container = z.strictObject({
  ...componentId,
  type: z.literal(17),
  components: z
    .array(z.discriminatedUnion('type', [actionRow, section, textDisplay, mediaGallery, file, separator]))
    .min(1)
    .max(LIMITS.components),
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().nullish(),
});

/** What may stand at the top of a message; without the Components V2 flag only action rows may. */
export const topLevelComponent = z.discriminatedUnion('type', [
  actionRow,
  section,
  textDisplay,
  mediaGallery,
  file,
  separator,
  container,
]);

export type TopLevelComponent = z.output<typeof topLevelComponent>;
export type Container = z.output<typeof container>;
export type Section = z.output<typeof section>;
export type ActionRow = z.output<typeof actionRow>;
export type Button = z.output<typeof button>;
export type Select = Exclude<ActionRow['components'][number], Button>;
/** Any component a message can hold, at whatever depth. */
export type Component =
  | TopLevelComponent
  | Container['components'][number]
  | ActionRow['components'][number]
  | Section['components'][number]
  | Section['accessory'];

/** A component's children, its accessory included. */
export function childrenOf(component: Component): Component[] {
  switch (component.type) {
    case 1:
    case 17:
      return component.components;
    case 9:
      return [...component.components, component.accessory];
    default:
      return [];
  }
}

/** All components of a message in reading order, nested ones included. */
export function allComponents(components: readonly Component[]): Component[] {
  return components.flatMap((it) => [it, ...allComponents(childrenOf(it))]);
}
