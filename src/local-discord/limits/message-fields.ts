import { z } from 'zod';
import { topLevelComponent } from './components.ts';
import { snowflakeText } from './controls.ts';
import { embed } from './embeds.ts';
import { LIMITS } from './values.ts';

const attachment = z.strictObject({
  id: z.union([snowflakeText, z.int().min(0)]),
  filename: z.string().max(1024).nullish(),
  title: z.string().max(1024).nullish(),
  description: z.string().max(LIMITS.attachmentDescription).nullish(),
  duration_secs: z.number().nullish(),
  waveform: z.string().max(400).nullish(),
  is_remix: z.boolean().nullish(),
});

const allowedMentions = z
  .strictObject({
    parse: z.array(z.enum(['roles', 'users', 'everyone'])).optional(),
    roles: z.array(snowflakeText).max(LIMITS.allowedMentions).optional(),
    users: z.array(snowflakeText).max(LIMITS.allowedMentions).optional(),
    replied_user: z.boolean().nullish(),
  })
  .superRefine((it, context) => {
    for (const key of ['roles', 'users'] as const) {
      if (it.parse?.includes(key) && it[key]?.length) {
        context.addIssue({ code: 'custom', path: [key], message: `parse:["${key}"] and ${key}: mutually exclusive.` });
      }
    }
  });

/** The fields of a message as a bot may send them; what the rules say of them together is in message-rules.ts. */
export const messageFields = z.strictObject({
  content: z.string().max(LIMITS.content).nullish(),
  embeds: z.array(embed).max(LIMITS.embeds).nullish(),
  components: z.array(topLevelComponent).max(LIMITS.components).nullish(),
  attachments: z.array(attachment).max(LIMITS.attachments).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: z.int().min(0).nullish(),
  tts: z.boolean().nullish(),
  nonce: z.union([z.string().max(25), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .strictObject({
      type: z.int().min(0).max(1).optional(),
      message_id: snowflakeText,
      channel_id: snowflakeText.optional(),
      guild_id: snowflakeText.optional(),
      fail_if_not_exists: z.boolean().optional(),
    })
    .nullish(),
  sticker_ids: z.array(snowflakeText).max(LIMITS.stickers).nullish(),
  poll: z.looseObject({}).nullish(),
  username: z.string().min(1).max(80).nullish(),
  avatar_url: z.string().nullish(),
  thread_name: z.string().max(100).nullish(),
  applied_tags: z.array(snowflakeText).max(5).nullish(),
});

export type MessageBody = z.output<typeof messageFields>;
