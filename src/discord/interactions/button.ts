import { type ButtonInteraction, ComponentType, type StringSelectMenuInteraction } from 'discord.js';
import type { Context } from '../context.ts';
import type { ButtonId } from '../custom-ids/custom-id.ts';
import { allComponents } from '../messages/parts/measure.ts';
import type { AskedQuestion } from '../messages/parts/question.ts';
import { readQuestion } from '../messages/parts/question.ts';
import type { Outcome, Visibility } from './outcome.ts';

/** A press on a button, or on a choice of a menu, which is one too. */
export type PressInteraction = ButtonInteraction | StringSelectMenuInteraction;

/** A press, ready to be answered. */
export interface Press {
  readonly visibility: Visibility;
  run(): Promise<Outcome> | Outcome;
}

/** One kind of button: what a press on it does. */
export interface Button {
  readonly action: string;
  /** Null when the custom id's fields are not those of this kind. */
  press(fields: Readonly<Record<string, string>>, interaction: PressInteraction, context: Context): Press | null;
}

interface Behaviour<Params> {
  /** Private where it is not given. */
  visibility?(params: Params, context: Context): Visibility;
  run(params: Params, context: Context, interaction: PressInteraction): Promise<Outcome> | Outcome;
}

export function defineButton<Params>(id: ButtonId<Params>, { visibility, run }: Behaviour<Params>): Button {
  return {
    action: id.action,
    press(fields, interaction, context) {
      const params = id.read(fields);
      if (params === null) return null;
      return {
        visibility: visibility?.(params, context) ?? 'private',
        run: () => run(params, context, interaction),
      };
    },
  };
}

/** The question of the answer that a pressed button sits on; null for a message without one. */
export function questionOf(interaction: PressInteraction): AskedQuestion | null {
  return readQuestion(interaction.message.components.map((component) => component.toJSON()));
}

/** What stands on the button that was pressed; null for a choice of a menu. */
export function labelOf({ message, customId }: PressInteraction): string | null {
  for (const part of allComponents(message.components.map((component) => component.toJSON())))
    if (part.type === ComponentType.Button && 'custom_id' in part && part.custom_id === customId)
      return part.label ?? null;
  return null;
}
