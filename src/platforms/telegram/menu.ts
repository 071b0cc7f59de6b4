import type { Api } from 'grammy';
import type { Chat } from '../../chat/chat.ts';
import { LANGUAGES } from '../../chat/texts.ts';
import { cut } from './html.ts';
import { MAX_COMMAND_DESCRIPTION } from './limits.ts';

/** Writes the command menus (private chats and groups) and what the bot says about itself, in each language, where Telegram has something else. */
export async function updateMenus(api: Api, chat: Chat): Promise<void> {
  for (const language of LANGUAGES) {
    const t = chat.translate(language);
    // English is what everyone without a menu of their own sees
    const tag = language === 'en' ? {} : { language_code: language };
    const commands = chat.commands.map(({ name }) => ({ command: name, description: cut(t(`command-${name}`), MAX_COMMAND_DESCRIPTION) }));
    for (const scope of [{ type: 'default' as const }, { type: 'all_group_chats' as const }]) {
      const known = await api.getMyCommands({ scope, ...tag });
      const same =
        known.length === commands.length &&
        known.every(
          ({ command, description }, index) => command === commands[index]!.command && description === commands[index]!.description,
        );
      if (!same) await api.setMyCommands(commands, { scope, ...tag });
    }
    const description = t('telegram-description');
    if ((await api.getMyDescription(tag)).description !== description) await api.setMyDescription(description, tag);
    const short = t('telegram-short-description');
    if ((await api.getMyShortDescription(tag)).short_description !== short) await api.setMyShortDescription(short, tag);
  }
}
