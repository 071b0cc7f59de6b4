import type { AutocompleteInteraction } from 'discord.js';
import type { Chat } from '../../chat/chat.ts';
import { suggestionsOf } from './definitions.ts';
import { MAX_CHOICE, MAX_CHOICES } from './limits.ts';

/** What is offered for a half-typed value: from the definitions alone, because the same three seconds hold for it. */
export function completionsFor(chat: Pick<Chat, 'commands'>, command: string, option: string, typed: string): string[] {
  const definition = chat.commands.find(({ name }) => name === command)?.options[option];
  const word = typed.trim().toLowerCase();
  const known = suggestionsOf(definition);
  const begin = known.filter((value) => value.toLowerCase().startsWith(word));
  const contain = known.filter((value) => !begin.includes(value) && value.toLowerCase().includes(word));
  const found = [...begin, ...contain];
  // what was typed is as good as a name (a kernel of one's own, a number), unless it would be cut off
  const own = word === '' || word.length > MAX_CHOICE || found.some((value) => value.toLowerCase() === word) ? [] : [typed.trim()];
  return [...found.slice(0, MAX_CHOICES - own.length), ...own];
}

/** Answers a completion; one that comes too late is no loss. */
export async function complete(interaction: AutocompleteInteraction, chat: Pick<Chat, 'commands'>): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const values = completionsFor(chat, interaction.commandName, name, String(value));
  await interaction.respond(values.map((entry) => ({ name: entry, value: entry })));
}
