import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Attachment as DiscordAttachment,
  InteractionContextType,
  type Message,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Attachment, Chat, Incoming } from '../../chat/chat.ts';
import { LearnerError } from '../../chat/errors.ts';
import { DOWNLOAD_TIMEOUT_MS } from './limits.ts';

/** The interactions that are answered with a message. */
export type Answerable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** The one field of every dialog. */
export const FORM_FIELD = 'value';
const MIB = 1024 * 1024;

/** What an interaction says to the tutor; undefined for a menu entry that no longer exists. */
export function toIncoming(interaction: Answerable, chat: Chat): Incoming | undefined {
  const content = contentOf(interaction, chat);
  if (content === undefined) return undefined;
  const { id, user } = interaction;
  return {
    id: `discord:${id}`,
    platform: 'discord',
    who: { id: user.id, name: user.displayName, language: interaction.locale },
    where: whereOf(interaction),
    content,
  };
}

function contentOf(interaction: Answerable, chat: Chat): Incoming['content'] | undefined {
  if (interaction.isButton()) return { kind: 'press', route: interaction.customId };
  if (interaction.isModalSubmit())
    return { kind: 'press', route: interaction.customId, form: interaction.fields.getTextInputValue(FORM_FIELD) };
  if (interaction.isMessageContextMenuCommand()) {
    const en = chat.translate('en');
    const command = chat.commands.find(
      ({ name, contextMenu }) => contextMenu === true && en(`command-${name}-menu`) === interaction.commandName,
    );
    return command === undefined
      ? undefined
      : { kind: 'command', name: command.name, values: {}, target: picturesOf(interaction.targetMessage) };
  }
  const values: Record<string, string | number | boolean | Attachment> = {};
  for (const { name, value, attachment } of interaction.options.data) {
    if (attachment !== undefined) values[name] = toAttachment(attachment.url, attachment);
    else if (value !== undefined) values[name] = value;
  }
  return { kind: 'command', name: interaction.commandName, values, target: [] };
}

/** A direct chat with the tutor is one; servers and other private channels are groups. */
export function isDirect({ context, guildId }: Answerable | AutocompleteInteraction): boolean {
  return context === InteractionContextType.BotDM || (context === null && guildId === null);
}

function whereOf(interaction: Answerable): Incoming['where'] {
  const kind = isDirect(interaction) ? 'direct' : 'group';
  const { channel, channelId } = interaction;
  if (channel?.isThread() === true) return { id: channel.parentId ?? channel.id, kind, thread: channel.id };
  return { id: channelId ?? interaction.user.id, kind };
}

function picturesOf(message: Message): Attachment[] {
  const attached = [...message.attachments.values()].filter(({ contentType }) => contentType === null || contentType.startsWith('image/'));
  const embedded = message.embeds.flatMap(({ image, thumbnail }) => image ?? thumbnail ?? []);
  return [
    ...attached.map((attachment) => toAttachment(attachment.url, attachment)),
    ...embedded.map(({ proxyURL, url }) => toAttachment(proxyURL ?? url, {})),
  ];
}

/** An uploaded picture: its address expires, so it is fetched at once when a command wants it. */
function toAttachment(
  url: string,
  { name, size, contentType }: Partial<Pick<DiscordAttachment, 'name' | 'size' | 'contentType'>>,
): Attachment {
  return {
    name: name ?? 'picture',
    ...(size === undefined ? {} : { size }),
    ...(contentType == null ? {} : { type: contentType }),
    async fetch(maxBytes, signal) {
      const tooLarge = () => new LearnerError('picture-too-large', { limit: Math.floor(maxBytes / MIB) });
      if ((size ?? 0) > maxBytes) throw tooLarge();
      try {
        const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]) });
        if (!response.ok || response.body === null) throw new LearnerError('picture-not-fetched');
        const chunks: Uint8Array[] = [];
        let total = 0;
        for await (const chunk of response.body as ReadableStream<Uint8Array>) {
          total += chunk.length;
          if (total > maxBytes) throw tooLarge();
          chunks.push(chunk);
        }
        return new Uint8Array(Buffer.concat(chunks));
      } catch (error) {
        throw error instanceof LearnerError ? error : new LearnerError('picture-not-fetched');
      }
    },
  };
}
