import { z } from 'zod';
import { LIMITS } from './values.ts';

// Discord trims an embed's texts before it counts them.
const text = (max: number) => z.string().trim().max(max);
const url = z.string().max(LIMITS.mediaUrl);
const picture = z.strictObject({
  url,
  proxy_url: url.optional(),
  width: z.int().optional(),
  height: z.int().optional(),
});

export const embed = z.strictObject({
  type: z.string().optional(),
  title: text(LIMITS.embedTitle).nullish(),
  description: text(LIMITS.embedDescription).nullish(),
  url: url.nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  footer: z
    .strictObject({
      text: text(LIMITS.embedFooter),
      icon_url: url.optional(),
      proxy_icon_url: url.optional(),
    })
    .nullish(),
  image: picture.nullish(),
  thumbnail: picture.nullish(),
  video: picture.nullish(),
  provider: z.strictObject({ name: z.string().optional(), url: url.optional() }).nullish(),
  author: z
    .strictObject({
      name: text(LIMITS.embedAuthor),
      url: url.optional(),
      icon_url: url.optional(),
      proxy_icon_url: url.optional(),
    })
    .nullish(),
  fields: z
    .array(
      z.strictObject({
        name: text(LIMITS.embedFieldName).min(1),
        value: text(LIMITS.embedFieldValue).min(1),
        inline: z.boolean().nullish(),
      }),
    )
    .max(LIMITS.embedFields)
    .nullish(),
});

export type Embed = z.output<typeof embed>;

/** The texts of an embed that count towards the limit over all embeds. */
export function embedTexts(it: Embed): string[] {
  const fields = (it.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [it.title, it.description, it.footer?.text, it.author?.name, ...fields].filter((part) => part != null);
}
