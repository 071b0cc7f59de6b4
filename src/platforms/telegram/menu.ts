import type { Api } from 'grammy';
import type { Chat } from '../../chat/chat.ts';
import { MAX_COMMAND_DESCRIPTION } from './limits.ts';

/** Writes the command menus (private chats and groups, in each language) where they differ from what Telegram has. */
export async function updateMenus(api: Api, chat: Chat): Promise<void> {
  for (const language of ['en', 'ru'] as const) {
    const t = chat.translate(language);
    const commands = chat.commands.map(({ name }) => ({
      command: name,
      description: t(`command-${name}`).slice(0, MAX_COMMAND_DESCRIPTION),
    }));
    // English is what everyone without a menu of their own sees
    const tag = language === 'en' ? {} : { language_code: language };
    for (const scope of [{ type: 'default' as const }, { type: 'all_group_chats' as const }]) {
      const known = await api.getMyCommands({ scope, ...tag });
      const same =
        known.length === commands.length &&
        known.every((entry, index) => entry.command === commands[index]!.command && entry.description === commands[index]!.description);
      if (!same) await api.setMyCommands(commands, { scope, ...tag });
    }
  }
}
