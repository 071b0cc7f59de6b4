import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Form } from '../../chat/reply.ts';
import { shorten } from './buttons.ts';
import { MAX_DIALOG_TITLE, MAX_FIELD_DESCRIPTION, MAX_FIELD_LABEL, MAX_PLACEHOLDER, MAX_TYPED } from './limits.ts';

/** The one field of every dialog. */
export const FIELD = 'value';

/** A form as Discord's dialog; what is typed there comes back as a press of the same route. */
export function toDialog(route: string, { title, label, placeholder, maxLength }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: route,
    title: shorten(title, MAX_DIALOG_TITLE),
    components: [
      {
        type: ComponentType.Label,
        label: shorten(label, MAX_FIELD_LABEL),
        // a label has little room: a longer one is said in full under it
        ...(label.length > MAX_FIELD_LABEL ? { description: shorten(label, MAX_FIELD_DESCRIPTION) } : {}),
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Short,
          required: true,
          max_length: Math.min(maxLength ?? MAX_TYPED, MAX_TYPED),
          ...(placeholder === undefined ? {} : { placeholder: shorten(placeholder, MAX_PLACEHOLDER) }),
        },
      },
    ],
  };
}
