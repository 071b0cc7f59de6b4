import { type ButtonInteraction, DiscordAPIError, type Interaction } from 'discord.js';
import type { AdapterParts, Surface } from '../../chat/chat.ts';
import { nearestLanguage, type Translate } from '../../chat/texts.ts';
import { withTypeset } from '../../chat/typeset.ts';
import { complete } from './complete.ts';
import { encodeProgress, encodeReply, type Setting, withoutFiles } from './encode.ts';
import { createExchange } from './exchange.ts';
import { type Answerable, toIncoming } from './incoming.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { showWork } from './working.ts';

/** Interactions whose ids are remembered, so that one delivered again is answered once. */
const REMEMBERED = 5000;
const MIB = 1024 * 1024;

/**
 * Answers interactions; what it returns never rejects.
 * @param commands Discord's ids of the commands, once they are known
 */
export function createAnswerer({ chat, log, typeset }: AdapterParts, commands: ReadonlyMap<string, string>) {
  const seen = new Set<string>();

  function isRepeated(id: string): boolean {
    if (seen.has(id)) return true;
    seen.add(id);
    if (seen.size > REMEMBERED) seen.delete(seen.values().next().value!);
    return false;
  }

  async function answer(interaction: Answerable): Promise<void> {
    const incoming = toIncoming(interaction, chat, log);
    const hint = chat.translate(nearestLanguage(incoming.who.language));
    let t = hint;
    const maxFileBytes = interaction.attachmentSizeLimit || MAX_FILE_BYTES;
    const why = { permission: 'discord-no-files', size: 'discord-files-too-large' } as const;
    const exchange = createExchange(interaction, (payload, reason) => withoutFiles(payload, t(why[reason])), log);
    const plan = chat.plan(incoming);
    // a dialog must be the first response; everything else is acknowledged before any work
    if (plan.form !== undefined && interaction.isButton()) return exchange.open(plan.form);
    if (!(await exchange.acknowledge(plan.acknowledge === 'private'))) return;
    t = await chat
      .languageOf(incoming.who, incoming.platform)
      .then((language) => chat.translate(language))
      .catch(() => hint);
    const setting: Setting = { maxFileBytes, commands, texts: textsOf(t, maxFileBytes) };
    const work = showWork(
      (payload) => exchange.note(payload),
      (progress) => encodeProgress(progress, setting),
      t,
    );
    const surface: Surface = {
      caps: { forms: true, plainText: false, maxMediaBytes: maxFileBytes },
      async send(reply) {
        const shown = await withTypeset(reply, typeset, log);
        work.end();
        const payloads = encodeReply(shown, setting);
        await exchange.send(payloads, { privately: reply.audience === 'asker', replace: reply.replace === true });
      },
      progress: (progress) => work.progress(progress),
    };
    try {
      await chat.handle(incoming, surface);
    } finally {
      work.end();
    }
  }

  return async (interaction: Interaction): Promise<void> => {
    if (isRepeated(interaction.id)) return;
    try {
      if (interaction.isAutocomplete()) await complete(interaction, chat);
      else if (isAnswerable(interaction)) await answer(interaction);
    } catch (error) {
      const fields = { interaction: interaction.id, ageMs: Date.now() - interaction.createdTimestamp };
      const code = error instanceof DiscordAPIError ? { code: error.code } : {};
      if (interaction.isAutocomplete()) log.debug({ ...fields, ...code }, 'a completion could not be given');
      else log.error({ err: error, ...fields, ...code }, 'an interaction could not be answered');
    }
  };
}

function isAnswerable(interaction: Interaction): interaction is Answerable & (Interaction | ButtonInteraction) {
  return (
    interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand() || interaction.isButton() || interaction.isModalSubmit()
  );
}

export const textsOf = (t: Translate, maxFileBytes: number): Setting['texts'] => ({
  tooLarge: ({ name, alt }) => t('discord-too-large', { name, alt, limit: Math.floor(maxFileBytes / MIB) }),
  more: t('discord-more'),
});
