import { DiscordAPIError, type InteractionReplyOptions, MessageFlags } from 'discord.js';
import type { Logger } from '../../chat/context.ts';
import type { Form } from '../../chat/reply.ts';
import { toDialog } from './dialog.ts';
import type { Payload } from './encode.ts';
import { type Answerable, isDirect } from './incoming.ts';
import { TOKEN_MS } from './limits.ts';

/** How a reply is shown: to whom, and in whose place. */
export interface Showing {
  /** Only the person who asked sees it; what was acknowledged in private stays so. */
  privately: boolean;
  /** The message whose button was pressed becomes this one. */
  replace: boolean;
}

/** The interaction is unknown (its three seconds had passed), acknowledged by another process, or its fifteen minutes are over. */
const OVER = new Set<number | string>([10062, 40060, 10015, 50027]);
/** A message that somebody has deleted. */
const UNKNOWN_MESSAGE = 10008;
/** No permission to attach files; a request that is too large. */
const NO_PERMISSION = 50013;
const TOO_LARGE = 40005;

const ORIGINAL = '@original';
const codeOf = (error: unknown) => (error instanceof DiscordAPIError ? error.code : undefined);

/**
 * The one conversation that an interaction allows: received → deferred → replied, or over. Commands are deferred with a message that says
 * "thinking …" and becomes the answer; presses quietly, so that the answer may replace the pressed message or follow it, seen by all or by one.
 * Its steps are made one after the other. What Discord no longer takes is logged with the interaction's age and is no fault.
 * @param withoutFiles the same message where files are not taken
 */
export function createExchange(
  interaction: Answerable,
  withoutFiles: (payload: Payload, why: 'permission' | 'size') => Payload,
  log: Logger,
) {
  // by a clock of our own: the one of this machine may not agree with Discord's
  const received = performance.now();
  const direct = isDirect(interaction);
  const pressed = interaction.isButton() || (interaction.isModalSubmit() && interaction.isFromMessage()) ? interaction : undefined;
  let state: 'received' | 'deferred' | 'replied' | 'over' = 'received';
  let acknowledgedPrivately = false;
  /** The message that says that work goes on; the answer takes its place. */
  let waiting: { message: string; privately: boolean } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const done = last.then(step);
    last = done.catch(() => undefined);
    return done;
  };

  /** True when Discord took it, false when the interaction is over. */
  async function attempt(step: () => Promise<unknown>): Promise<boolean> {
    try {
      await step();
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined || !OVER.has(code)) throw error;
      const ageMs = Date.now() - interaction.createdTimestamp;
      log.warn({ code, ageMs, interaction: interaction.id }, 'Discord no longer takes an answer to this interaction');
      state = 'over';
      return false;
    }
  }

  function isOver(): boolean {
    if (state === 'received' || state === 'over') return true;
    const ageMs = Math.round(performance.now() - received);
    if (ageMs <= TOKEN_MS) return false;
    log.warn({ ageMs, interaction: interaction.id }, 'an answer came after the fifteen minutes that Discord allows');
    state = 'over';
    return true;
  }

  async function followUp(payload: Payload, privately: boolean): Promise<string> {
    const flags: Pick<InteractionReplyOptions, 'flags'> = privately ? { flags: MessageFlags.Ephemeral } : {};
    const message = await interaction.followUp({ ...optionsOf(payload), ...flags });
    return message.id;
  }

  /** Puts a message in the place of another; if that one was deleted meanwhile, it is sent as a new one. */
  async function put(message: string, payload: Payload, privately: boolean): Promise<void> {
    try {
      await interaction.editReply({ ...optionsOf(payload), message, attachments: [] });
    } catch (error) {
      if (codeOf(error) !== UNKNOWN_MESSAGE) throw error;
      await followUp(payload, privately);
    }
  }

  async function dropWaiting(): Promise<void> {
    if (waiting === undefined) return;
    const { message } = waiting;
    waiting = undefined;
    await interaction.deleteReply(message).catch((error: unknown) => {
      if (codeOf(error) !== UNKNOWN_MESSAGE) throw error;
    });
  }

  async function show(payload: Payload, { privately, replace }: Showing): Promise<void> {
    if (replace && pressed !== undefined) {
      await put(ORIGINAL, payload, privately);
      await dropWaiting();
    } else if (waiting?.privately === privately) {
      await put(waiting.message, payload, privately);
      waiting = undefined;
    } else {
      await dropWaiting();
      await followUp(payload, privately);
    }
  }

  /** Shows a message, without its files where they are not taken. */
  async function asTaken(payload: Payload, showIt: (payload: Payload) => Promise<void>): Promise<void> {
    try {
      await showIt(payload);
    } catch (error) {
      const code = codeOf(error);
      if (payload.files.length === 0 || (code !== NO_PERMISSION && code !== TOO_LARGE)) throw error;
      log.warn({ code, interaction: interaction.id }, 'Discord takes no files here; the reply goes without them');
      await showIt(withoutFiles(payload, code === NO_PERMISSION ? 'permission' : 'size'));
    }
  }

  async function showWaiting(payload: Payload): Promise<void> {
    if (waiting === undefined) waiting = { message: await followUp(payload, acknowledgedPrivately), privately: acknowledgedPrivately };
    // pictures of the last time go: a message shows one moment of the work
    else await interaction.editReply({ ...optionsOf(payload), message: waiting.message, attachments: [] });
  }

  return {
    /** Acknowledges at once; false when it was too late. In the direct chat nothing is hidden from anyone. */
    acknowledge(privately: boolean): Promise<boolean> {
      return inTurn(async () => {
        if (state !== 'received') return false;
        state = 'deferred';
        acknowledgedPrivately = privately && !direct;
        if (pressed !== undefined) return attempt(() => pressed.deferUpdate());
        waiting = { message: ORIGINAL, privately: acknowledgedPrivately };
        return attempt(() => interaction.deferReply(acknowledgedPrivately ? { flags: MessageFlags.Ephemeral } : {}));
      });
    },
    /** Opens a dialog, which must be the first response and is the only one. */
    open(form: Form): Promise<void> {
      return inTurn(async () => {
        if (state !== 'received' || !interaction.isButton()) return;
        state = 'replied';
        await attempt(() => interaction.showModal(toDialog(interaction.customId, form)));
      });
    },
    /** Shows one reply; when it is over already, nothing. */
    send(payloads: readonly Payload[], { privately, replace }: Showing): Promise<void> {
      return inTurn(async () => {
        const hidden = !direct && (privately || acknowledgedPrivately);
        for (const [index, payload] of payloads.entries()) {
          if (isOver()) return;
          if (!(await attempt(() => asTaken(payload, (taken) => show(taken, { privately: hidden, replace: replace && index === 0 })))))
            return;
          state = 'replied';
        }
      });
    },
    /** Says that work goes on, or shows what there is of it, until the answer takes its place. What fails here does not matter. */
    note(payload: Payload): Promise<void> {
      return inTurn(async () => {
        if (isOver() || state === 'replied') return;
        await asTaken(payload, showWaiting);
      }).catch((error: unknown) => log.debug({ err: error }, 'a sign of work could not be shown'));
    },
  };
}

/** A message as the library takes it; nobody is mentioned. */
export const optionsOf = ({ content, files, components }: Payload) => ({ content, files, components, allowedMentions: { parse: [] } });
