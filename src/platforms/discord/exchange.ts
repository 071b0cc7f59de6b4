import {
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  DiscordAPIError,
  type InteractionReplyOptions,
  MessageFlags,
} from 'discord.js';
import type { Logger } from '../../chat/context.ts';
import type { Payload } from './encode.ts';
import type { Answerable } from './incoming.ts';
import { TOKEN_MS } from './limits.ts';

/** "Unknown interaction": its three seconds had passed; "already acknowledged": another process was quicker. */
const TOO_LATE = new Set<number | string>([10062, 40060]);

/**
 * The one conversation an interaction allows: received → deferred → replied, or failed. Every step is allowed once and in this order; what Discord
 * no longer takes is logged with the interaction's age and ends the exchange without a fault.
 */
export function createExchange(interaction: Answerable, log: Logger) {
  let state: 'received' | 'deferred' | 'replied' | 'failed' = 'received';
  let privately = false;
  const age = () => Date.now() - interaction.createdTimestamp;

  async function attempt(step: () => Promise<unknown>): Promise<boolean> {
    try {
      await step();
      return true;
    } catch (error) {
      state = 'failed';
      if (!(error instanceof DiscordAPIError) || !TOO_LATE.has(error.code)) throw error;
      log.warn({ code: error.code, ageMs: age(), interaction: interaction.id }, 'Discord no longer takes an answer to this interaction');
      return false;
    }
  }

  const optionsOf = ({ content, files, components }: Payload) => ({
    ...(content === '' ? {} : { content }),
    files,
    components,
    allowedMentions: { parse: [] },
  });

  return {
    /** Acknowledges at once; whether only this person sees the answer is decided here. False: it was too late. */
    async defer(ephemeral: boolean): Promise<boolean> {
      if (state !== 'received') return false;
      state = 'deferred';
      privately = ephemeral;
      return attempt(() => interaction.deferReply(ephemeral ? { flags: MessageFlags.Ephemeral } : {}));
    },
    /** Opens a dialog in place of an answer. */
    async open(modal: APIModalInteractionResponseCallbackData): Promise<void> {
      if (state !== 'received' || !('showModal' in interaction)) return;
      state = 'replied';
      const { showModal } = interaction as ButtonInteraction;
      await attempt(() => showModal.call(interaction, modal));
    },
    /** The first message takes the place of "thinking …", further ones follow it. */
    async send(payloads: readonly Payload[]): Promise<void> {
      for (const payload of payloads) {
        if (state === 'failed' || state === 'received') return;
        if (age() > TOKEN_MS) {
          log.warn({ ageMs: age(), interaction: interaction.id }, 'the interaction has ended before its answer was ready');
          return;
        }
        const first = state === 'deferred';
        state = 'replied';
        const options = optionsOf(payload);
        const further: InteractionReplyOptions = { ...options, ...(privately ? { flags: MessageFlags.Ephemeral } : {}) };
        await attempt(() => (first ? interaction.editReply(options) : interaction.followUp(further)));
      }
    },
    /** Shows text while work goes on. */
    async note(content: string): Promise<void> {
      if (state === 'deferred') await interaction.editReply({ content, allowedMentions: { parse: [] } }).catch(() => undefined);
    },
  };
}
