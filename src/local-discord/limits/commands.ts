import { z } from 'zod';
import type { Refuse } from './check.ts';
import { refuseCommand, refuseCommandSet, refuseOptions } from './command-rules.ts';
import { LIMITS, LOCALES } from './values.ts';

/** The same text in other languages, each under the same rule. */
export function localisations<Text extends z.ZodType<string>>(text: Text) {
  return z.partialRecord(z.enum(LOCALES), text.nullable()).nullish();
}

const lowerCaseName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u, 'Command name is invalid')
  .refine((name) => name === name.toLowerCase(), 'Command name must be lower case');
const anyName = z.string().min(1).max(LIMITS.commandName);
const description = z.string().min(1).max(LIMITS.commandDescription);
const choiceName = z.string().min(1).max(LIMITS.choiceText);

const choice = z.strictObject({
  name: choiceName,
  name_localizations: localisations(choiceName),
  value: z.union([z.string().max(LIMITS.choiceText), z.number()]),
});

const option = z
  .strictObject({
    type: z.int().min(1).max(11),
    name: lowerCaseName,
    name_localizations: localisations(lowerCaseName),
    description,
    description_localizations: localisations(description),
    required: z.boolean().optional(),
    choices: z.array(choice).max(LIMITS.choices).optional(),
    autocomplete: z.boolean().optional(),
    channel_types: z.array(z.int()).optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    min_length: z.int().min(0).max(LIMITS.stringOption).optional(),
    max_length: z.int().min(1).max(LIMITS.stringOption).optional(),
    get options() {
      return z.array(option).max(LIMITS.commandOptions).optional();
    },
  })
  .superRefine((it, context) => refuseOptions(it, refusing(context)));

const shared = {
  name_localizations: localisations(anyName),
  description_localizations: localisations(description),
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().nullish(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
};

const slashCommand = z.strictObject({
  ...shared,
  type: z.literal(1).default(1),
  name: lowerCaseName,
  name_localizations: localisations(lowerCaseName),
  description,
  options: z.array(option).max(LIMITS.commandOptions).optional(),
});

const noDescription = z.literal('', 'Only a slash command has a description.').nullish();
const contextCommand = {
  ...shared,
  name: anyName,
  description: noDescription,
  options: z.array(z.never()).max(0, 'Only a slash command has options.').optional(),
};

const command = z
  .discriminatedUnion('type', [
    slashCommand,
    z.strictObject({ ...contextCommand, type: z.literal(2) }),
    z.strictObject({ ...contextCommand, type: z.literal(3) }),
    z.strictObject({ ...contextCommand, type: z.literal(4), handler: z.int().min(1).max(2) }),
  ])
  .superRefine((it, context) => refuseCommand(it, refusing(context)));

/** The whole set of commands, as the bulk PUT takes it. */
export const commandSet = z.array(command).superRefine((set, context) => refuseCommandSet(set, refusing(context)));

export type CommandOption = z.output<typeof option>;
export type Command = z.output<typeof command>;

function refusing(context: z.RefinementCtx): Refuse {
  return (path, message) => context.addIssue({ code: 'custom', path, message });
}
