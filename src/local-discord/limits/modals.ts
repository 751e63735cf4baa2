import { z } from 'zod';
import { textDisplay } from './components.ts';
import { componentId, stringSelect } from './controls.ts';
import { LIMITS } from './values.ts';

const textInput = z.strictObject({
  ...componentId,
  type: z.literal(4),
  custom_id: z.string().min(1).max(LIMITS.customId),
  style: z.union([z.literal(1), z.literal(2)]),
  label: z.string().min(1).max(45).nullish(),
  min_length: z.int().min(0).max(LIMITS.textInput).nullish(),
  max_length: z.int().min(1).max(LIMITS.textInput).nullish(),
  required: z.boolean().nullish(),
  value: z.string().max(LIMITS.textInput).nullish(),
  placeholder: z.string().max(LIMITS.textInputPlaceholder).nullish(),
});

const label = z.strictObject({
  ...componentId,
  type: z.literal(18),
  label: z.string().min(1).max(45),
  description: z.string().max(100).nullish(),
  component: z.discriminatedUnion('type', [textInput, stringSelect]),
});

const inputRow = z.strictObject({
  ...componentId,
  type: z.literal(1),
  components: z.array(z.discriminatedUnion('type', [textInput])).length(1),
});

/** A form that opens over the page. */
export const modal = z.strictObject({
  custom_id: z.string().min(1).max(LIMITS.customId),
  title: z.string().min(1).max(LIMITS.modalTitle),
  components: z
    .array(z.discriminatedUnion('type', [inputRow, label, textDisplay]))
    .min(1)
    .max(LIMITS.modalRows),
});

export type Modal = z.output<typeof modal>;
