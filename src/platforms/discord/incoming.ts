import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Attachment as DiscordAttachment,
  type Embed,
  InteractionContextType,
  type Message,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Attachment, Chat, Incoming } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import { FIELD } from './dialog.ts';
import { noPicture, toAttachment } from './download.ts';

/** The interactions that are answered with a message. */
export type Answerable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** What an interaction says to the tutor. */
export function toIncoming(interaction: Answerable, chat: Pick<Chat, 'commands' | 'translate'>, log: Logger): Incoming {
  const { id, user, locale } = interaction;
  return {
    // the same interaction delivered again has the same id
    id: `discord:${id}`,
    platform: 'discord',
    who: { id: user.id, name: user.displayName, language: locale },
    where: whereOf(interaction),
    content: contentOf(interaction, chat, log),
  };
}

/** The tutor's own chat with one person; servers and people's other private chats are groups. */
export function isDirect({ context, guildId }: Pick<Answerable, 'context' | 'guildId'>): boolean {
  return context === InteractionContextType.BotDM || (context === null && guildId === null);
}

function whereOf(interaction: Answerable): Incoming['where'] {
  const kind = isDirect(interaction) ? 'direct' : 'group';
  const { channel, channelId, user } = interaction;
  if (channel?.isThread() === true) return { id: channel.parentId ?? channel.id, kind, thread: channel.id };
  return { id: channelId ?? user.id, kind };
}

function contentOf(interaction: Answerable, chat: Pick<Chat, 'commands' | 'translate'>, log: Logger): Incoming['content'] {
  if (interaction.isButton()) return { kind: 'press', route: interaction.customId };
  if (interaction.isModalSubmit()) return { kind: 'press', route: interaction.customId, form: interaction.fields.getTextInputValue(FIELD) };
  if (interaction.isMessageContextMenuCommand()) {
    const label = interaction.commandName;
    const en = chat.translate('en');
    const command = chat.commands.find(({ name, contextMenu }) => contextMenu === true && en(`command-${name}-menu`) === label);
    const pictures = picturesOf(interaction.targetMessage, log);
    // an entry that is no longer there is answered as any unknown command is
    return { kind: 'command', name: command?.name ?? label, values: {}, target: pictures.length > 0 ? pictures : [noPicture] };
  }
  const values: Record<string, string | number | boolean | Attachment> = {};
  for (const { name, value, attachment } of interaction.options.data) {
    if (attachment !== undefined) values[name] = fromAttachment(attachment, log);
    else if (value !== undefined) values[name] = value;
  }
  return { kind: 'command', name: interaction.commandName, values, target: [] };
}

/** Pictures attached to a message, shown in its embeds, or in a message that it forwards. */
function picturesOf(message: Message, log: Logger): Attachment[] {
  const parts = [message, ...message.messageSnapshots.values()];
  return parts.flatMap(({ attachments, embeds }) => [
    ...[...attachments.values()].filter(mayBePicture).map((attachment) => fromAttachment(attachment, log)),
    ...embeds.flatMap((embed) => fromEmbed(embed, log)),
  ]);
}

const mayBePicture = ({ contentType }: DiscordAttachment) => contentType === null || contentType.startsWith('image/');

function fromAttachment({ url, name, size, contentType }: DiscordAttachment, log: Logger): Attachment {
  return toAttachment({ url, name, size, ...(contentType === null ? {} : { type: contentType }) }, log);
}

function fromEmbed({ image, thumbnail }: Embed, log: Logger): Attachment[] {
  // only Discord's own copy is fetched: anyone can write any other address into an embed
  const url = image?.proxyURL ?? thumbnail?.proxyURL;
  return url === undefined ? [] : [toAttachment({ url }, log)];
}
