import { ApplicationCommandOptionType, ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Chat } from '../../chat/chat.ts';
import type { Option } from '../../chat/options.ts';
import {
  MAX_CHOICES,
  MAX_COMMAND_CHARACTERS,
  MAX_COMMANDS,
  MAX_DESCRIPTION,
  MAX_MENU_COMMANDS,
  MAX_NAME,
  MAX_OPTION_TEXT,
  MAX_OPTIONS,
} from './limits.ts';

/** One option as Discord's API writes it. */
export interface OptionJson {
  type: ApplicationCommandOptionType;
  name: string;
  description: string;
  description_localizations: Record<string, string>;
  required: boolean;
  autocomplete?: boolean;
  choices?: { name: string; value: string }[];
  min_value?: number;
  max_value?: number;
  max_length?: number;
}

export interface CommandJson {
  type: ApplicationCommandType;
  name: string;
  name_localizations: Record<string, string>;
  description?: string;
  description_localizations?: Record<string, string>;
  options?: OptionJson[];
  integration_types?: ApplicationIntegrationType[];
  contexts?: InteractionContextType[];
}

/** As Discord writes it, but for scripts that the tutor does not speak. */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

/** Wherever the tutor is installed: servers, its own direct chat, and other private channels of who installed it. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/**
 * The tutor's commands as Discord's slash commands and message menus, with Russian names and descriptions.
 * @throws RangeError naming the command when a documented limit is broken
 */
export function commandDefinitions(chat: Pick<Chat, 'commands' | 'translate'>): CommandJson[] {
  const en = chat.translate('en');
  const ru = chat.translate('ru');
  const slash = chat.commands.map((command): CommandJson => {
    const options = Object.entries(command.options).map(([name, option]) =>
      optionJson(name, option, en(`command-${command.name}-${name}`), ru(`command-${command.name}-${name}`)),
    );
    return {
      type: ApplicationCommandType.ChatInput,
      name: command.name,
      name_localizations: { ru: ru(`command-${command.name}-name`) },
      description: en(`command-${command.name}`),
      description_localizations: { ru: ru(`command-${command.name}`) },
      // Discord wants the required ones first
      options: [...options.filter((option) => option.required), ...options.filter((option) => !option.required)],
      ...EVERYWHERE,
    };
  });
  const menus = chat.commands
    .filter((command) => command.contextMenu === true)
    .map(
      ({ name }): CommandJson => ({
        type: ApplicationCommandType.Message,
        name: en(`command-${name}-menu`),
        name_localizations: { ru: ru(`command-${name}-menu`) },
        ...EVERYWHERE,
      }),
    );
  const all = [...slash, ...menus];
  checkLimits(slash, menus);
  return all;
}

/** Values offered while typing; an option without a fixed list takes others too. */
export function suggestionsOf(option: Option | undefined): readonly string[] {
  if (option?.kind === 'choice') return option.values;
  return option?.kind === 'text' ? option.suggestions : [];
}

function optionJson(name: string, option: Option, description: string, russian: string): OptionJson {
  const common = { name, description, description_localizations: { ru: russian }, required: option.required === true };
  switch (option.kind) {
    case 'image':
      return { type: ApplicationCommandOptionType.Attachment, ...common };
    case 'integer':
      return { type: ApplicationCommandOptionType.Integer, ...common, min_value: option.min, max_value: option.max };
    case 'number':
      return { type: ApplicationCommandOptionType.Number, ...common, min_value: option.min, max_value: option.max };
    case 'boolean':
      return { type: ApplicationCommandOptionType.Boolean, ...common };
    case 'matrix':
      return { type: ApplicationCommandOptionType.String, ...common };
    case 'text':
      return {
        type: ApplicationCommandOptionType.String,
        ...common,
        max_length: Math.min(option.maxLength, MAX_OPTION_TEXT),
        ...(option.suggestions.length > 0 ? { autocomplete: true } : {}),
      };
    case 'choice':
      return option.or === undefined && option.values.length <= MAX_CHOICES
        ? { type: ApplicationCommandOptionType.String, ...common, choices: option.values.map((value) => ({ name: value, value })) }
        : { type: ApplicationCommandOptionType.String, ...common, autocomplete: true };
  }
}

/** @throws RangeError */
function checkLimits(slash: readonly CommandJson[], menus: readonly CommandJson[]): void {
  const refuse = (name: string, problem: string) => {
    throw new RangeError(`the Discord command ${name} ${problem}`);
  };
  if (slash.length > MAX_COMMANDS) refuse('list', `has more than ${MAX_COMMANDS} commands`);
  if (menus.length > MAX_MENU_COMMANDS) refuse('list', `has more than ${MAX_MENU_COMMANDS} menu entries`);
  for (const list of [slash, menus]) {
    for (const names of [list.map(({ name }) => name), list.map(({ name_localizations }) => name_localizations.ru!)]) {
      const twice = names.find((name, index) => names.indexOf(name) !== index);
      if (twice !== undefined) refuse(twice, 'has a name that another has too');
    }
  }
  for (const command of slash) {
    const { name, name_localizations, description = '', description_localizations = {}, options = [] } = command;
    for (const word of [name, ...Object.values(name_localizations), ...options.map((option) => option.name)]) {
      if (!NAME.test(word) || word !== word.toLowerCase()) refuse(name, `cannot be called, or have an option called, ${word}`);
    }
    const descriptions = [
      description,
      ...Object.values(description_localizations),
      ...options.flatMap((option) => [option.description, ...Object.values(option.description_localizations)]),
    ];
    if (descriptions.some((text) => text.length === 0 || text.length > MAX_DESCRIPTION))
      refuse(name, `has a description that is empty or longer than ${MAX_DESCRIPTION}`);
    if (options.length > MAX_OPTIONS) refuse(name, `has more than ${MAX_OPTIONS} options`);
    if (charactersOf(command) > MAX_COMMAND_CHARACTERS) refuse(name, `is longer than ${MAX_COMMAND_CHARACTERS} characters`);
  }
  for (const { name, name_localizations } of menus) {
    if ([name, ...Object.values(name_localizations)].some((label) => label.length === 0 || label.length > MAX_NAME))
      refuse(name, `is empty or longer than ${MAX_NAME}`);
  }
}

/** Names, descriptions and values of a command; of each text the longest of its languages counts. */
function charactersOf({ name, name_localizations, description = '', description_localizations = {}, options = [] }: CommandJson): number {
  const longest = (text: string, local: Record<string, string>) =>
    Math.max(text.length, ...Object.values(local).map(({ length }) => length));
  const own = longest(name, name_localizations) + longest(description, description_localizations);
  return options.reduce((sum, option) => {
    const choices = (option.choices ?? []).reduce((length, choice) => length + choice.name.length + choice.value.length, 0);
    return sum + option.name.length + longest(option.description, option.description_localizations) + choices;
  }, own);
}
