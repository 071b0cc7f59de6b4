import { type AutocompleteInteraction, ComponentType, type Interaction, TextInputStyle } from 'discord.js';
import type { Chat, Surface } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import type { Form } from '../../chat/reply.ts';
import { suggestionsOf } from './definitions.ts';
import { encodeReply } from './encode.ts';
import { createExchange } from './exchange.ts';
import { type Answerable, FORM_FIELD, isDirect, toIncoming } from './incoming.ts';
import {
  MAX_CHOICES,
  MAX_FILE_BYTES,
  MAX_INPUT_LABEL,
  MAX_MODAL_TITLE,
  MAX_PLACEHOLDER,
  PROGRESS_AFTER_MS,
  PROGRESS_EVERY_MS,
} from './limits.ts';

/** Interactions whose ids are remembered, so that a repeated event is answered once. */
const REMEMBERED = 2000;

/** Answers interactions; never rejects. */
export function createAnswerer(chat: Chat, log: Logger) {
  const seen = new Set<string>();

  function isRepeated(id: string): boolean {
    if (seen.has(id)) return true;
    seen.add(id);
    if (seen.size > REMEMBERED) seen.delete(seen.values().next().value!);
    return false;
  }

  async function answer(interaction: Answerable): Promise<void> {
    const incoming = toIncoming(interaction, chat);
    const exchange = createExchange(interaction, log);
    if (incoming === undefined) {
      await exchange.defer(true);
      return;
    }
    const plan = chat.plan(incoming);
    // a dialog must be the very first answer
    if (plan.form !== undefined) return exchange.open(dialog(incoming.content.kind === 'press' ? incoming.content.route : '', plan.form));
    const direct = isDirect(interaction);
    if (!(await exchange.defer(plan.acknowledge === 'private' && !direct))) return;
    const t = chat.translate(await chat.languageOf(incoming.who, 'discord'));
    const maxFileBytes = interaction.attachmentSizeLimit || MAX_FILE_BYTES;
    const started = Date.now();
    let noted = 0;
    const surface: Surface = {
      caps: { forms: true, plainText: false, maxMediaBytes: maxFileBytes },
      send: (reply) =>
        exchange.send(
          encodeReply(reply, {
            maxFileBytes,
            tooLarge: (media) => t('discord-too-large', { name: media.name, limit: Math.floor(maxFileBytes / 1048576) }),
          }),
        ),
      progress({ fraction }) {
        const now = Date.now();
        if (now - started < PROGRESS_AFTER_MS || now - noted < PROGRESS_EVERY_MS) return;
        noted = now;
        void exchange.note(t('discord-progress', { percent: Math.round(fraction * 100) }));
      },
    };
    await chat.handle(incoming, surface);
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const option = chat.commands.find((command) => command.name === interaction.commandName)?.options[name];
    const typed = String(value).toLowerCase().trim();
    const fitting = suggestionsOf(option).filter((suggestion) => suggestion.toLowerCase().includes(typed));
    // what was typed is offered too: a typed kernel or number is as good as a name
    const own = typed === '' || fitting.some((suggestion) => suggestion.toLowerCase() === typed) ? [] : [String(value).slice(0, 100)];
    await interaction.respond([...fitting, ...own].slice(0, MAX_CHOICES).map((entry) => ({ name: entry, value: entry })));
  }

  return async (interaction: Interaction): Promise<void> => {
    if (isRepeated(interaction.id)) return;
    try {
      if (interaction.isAutocomplete()) await complete(interaction);
      else if (
        interaction.isChatInputCommand() ||
        interaction.isMessageContextMenuCommand() ||
        interaction.isButton() ||
        interaction.isModalSubmit()
      )
        await answer(interaction);
    } catch (error) {
      log.error(
        { err: error, interaction: interaction.id, ageMs: Date.now() - interaction.createdTimestamp },
        'an interaction could not be answered',
      );
    }
  };
}

function dialog(route: string, { title, label, placeholder = '', maxLength = 200 }: Form) {
  return {
    custom_id: route,
    title: title.slice(0, MAX_MODAL_TITLE),
    components: [
      {
        type: ComponentType.Label as const,
        label: label.slice(0, MAX_INPUT_LABEL),
        component: {
          type: ComponentType.TextInput as const,
          custom_id: FORM_FIELD,
          style: TextInputStyle.Short,
          placeholder: placeholder.slice(0, MAX_PLACEHOLDER),
          required: true,
          max_length: maxLength,
        },
      },
    ],
  };
}
