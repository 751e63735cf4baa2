import { z } from 'zod';
import { LIMITS } from './values.ts';

/** What every component may carry: a number of its own, 0 meaning "give it one". */
export const componentId = { id: z.int().min(0).max(2_147_483_647).optional() };

export const snowflakeText = z.string().regex(/^\d{1,20}$/, 'Value is not a snowflake.');

const customId = z.string().min(1).max(LIMITS.customId);

export const emoji = z.strictObject({
  id: snowflakeText.nullish(),
  name: z.string().max(32).nullish(),
  animated: z.boolean().optional(),
});

const linkUrl = z
  .string()
  .max(LIMITS.buttonUrl)
  .regex(/^(https?|discord):\/\/\S+$/, 'Scheme must be one of http, https, discord.');

/** A button; style 5 is a link, style 6 a product, the rest send their custom id back. */
export const button = z
  .strictObject({
    ...componentId,
    type: z.literal(2),
    style: z.int().min(1).max(6),
    label: z.string().max(LIMITS.buttonLabel).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.optional(),
    url: linkUrl.optional(),
    sku_id: snowflakeText.optional(),
    disabled: z.boolean().nullish(),
  })
  .superRefine((it, context) => {
    const refuse = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
    if (it.style === 5 && it.url === undefined) refuse('url', 'A link button must have a url.');
    if (it.style === 5 && it.custom_id !== undefined) refuse('custom_id', 'A link button cannot have a custom id.');
    if (it.style < 5 && it.custom_id === undefined) refuse('custom_id', 'A custom id is required.');
    if (it.style !== 5 && it.url !== undefined) refuse('url', 'Only a link button can have a url.');
    if (it.style === 6 && it.sku_id === undefined) refuse('sku_id', 'A premium button must have a sku id.');
    if (it.style !== 6 && !it.label && !it.emoji) refuse('label', 'A button needs a label or an emoji.');
  });

const count = z.int().min(0).max(LIMITS.selectOptions);

const selectBase = {
  ...componentId,
  custom_id: customId,
  placeholder: z.string().max(LIMITS.selectPlaceholder).nullish(),
  min_values: count.nullish(),
  max_values: count.min(1).nullish(),
  disabled: z.boolean().nullish(),
  required: z.boolean().optional(),
};

const selectText = z.string().min(1).max(LIMITS.selectOptionText);

/** A select menu of given texts. */
export const stringSelect = z
  .strictObject({
    ...selectBase,
    type: z.literal(3),
    options: z
      .array(
        z.strictObject({
          label: selectText,
          value: selectText,
          description: z.string().max(LIMITS.selectOptionText).nullish(),
          emoji: emoji.nullish(),
          default: z.boolean().nullish(),
        }),
      )
      .min(1)
      .max(LIMITS.selectOptions),
  })
  .superRefine((it, context) => {
    const values = it.options.map((option) => option.value);
    if (new Set(values).size < values.length) {
      context.addIssue({ code: 'custom', path: ['options'], message: 'The specified option value is already used.' });
    }
    const [min, max] = [it.min_values ?? 1, it.max_values ?? 1];
    if (min > max) context.addIssue({ code: 'custom', path: ['min_values'], message: 'Must not exceed max_values.' });
    if (it.options.filter((option) => option.default).length > max) {
      context.addIssue({ code: 'custom', path: ['options'], message: 'More default options than max_values.' });
    }
  });

const defaultValues = z
  .array(z.strictObject({ id: snowflakeText, type: z.enum(['user', 'role', 'channel']) }))
  .max(LIMITS.selectOptions)
  .optional();

/** A select menu of users (5), roles (6), both (7) or channels (8). */
export const userSelect = z.strictObject({ ...selectBase, type: z.literal(5), default_values: defaultValues });
export const roleSelect = z.strictObject({ ...selectBase, type: z.literal(6), default_values: defaultValues });
export const mentionableSelect = z.strictObject({ ...selectBase, type: z.literal(7), default_values: defaultValues });
export const channelSelect = z.strictObject({
  ...selectBase,
  type: z.literal(8),
  default_values: defaultValues,
  channel_types: z.array(z.int()).optional(),
});

/** A row of up to five buttons, or of one select menu. */
export const actionRow = z
  .strictObject({
    ...componentId,
    type: z.literal(1),
    components: z
      .array(
        z.discriminatedUnion('type', [button, stringSelect, userSelect, roleSelect, mentionableSelect, channelSelect]),
      )
      .min(1)
      .max(LIMITS.buttonsInRow),
  })
  .superRefine((row, context) => {
    if (row.components.length > 1 && row.components.some((it) => it.type !== 2)) {
      context.addIssue({ code: 'custom', path: ['components'], message: 'A select menu needs a row of its own.' });
    }
  });
