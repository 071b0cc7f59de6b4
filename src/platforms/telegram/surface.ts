import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { AdapterMemory, Chat, Incoming, Plan, Surface } from '../../chat/chat.ts';
import type { Logger, Preview } from '../../chat/context.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Translate } from '../../chat/texts.ts';
import { type Typeset, withTypeset } from '../../chat/typeset.ts';
import type { Acknowledgement } from './acknowledge.ts';
import { alertText, encodeReply, type FileMessage, type Setting, type TextMessage } from './encode.ts';
import { fitForLog } from './failures.ts';
import type { AttachmentMaker } from './incoming.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import type { Destination, Replaceable, Sender } from './sender.ts';
import { type KeptMessage, type Shown, showWork } from './working.ts';

export interface SurfaceParts {
  /** Gives up at the first failure. */
  hasty: Api;
  chat: Chat;
  sender: Sender;
  /** The same, but giving up at the first failure: for what is worth nothing later. */
  hastySender: Pick<Sender, 'post' | 'edit'>;
  memory: AdapterMemory;
  attach: AttachmentMaker;
  log: Logger;
  typeset?: Typeset | undefined;
}

export interface Event {
  incoming: Incoming;
  plan: Plan;
  update: Update;
  /** Of a press. */
  acknowledgement?: Acknowledgement;
}

/** Answers one event: shows that work goes on, and sends the replies. */
export async function answerEvent({ incoming, plan, update, acknowledgement }: Event, parts: SurfaceParts): Promise<void> {
  const { hasty, chat, sender, hastySender, memory, attach, log, typeset } = parts;
  const group = incoming.where.kind === 'group';
  const polled = update.poll_answer !== undefined;
  const t = chat.translate(await chat.languageOf(incoming.who, incoming.platform));
  const to = destinationOf(incoming, update);
  const pressed = pressedMessage(update);
  // nothing of the person's hangs above a press in a group: their name says whom the answer is for
  const mention = { id: incoming.who.id, name: incoming.who.name ?? incoming.who.id };
  const kept = plan.long === true ? keptMessage(memory, update.update_id) : undefined;
  const work =
    plan.answers && !polled ? showWork({ api: hasty, sender: hastySender, to, log, ...(kept === undefined ? {} : { kept }) }) : undefined;
  const drop = (message: Replaceable | undefined) => {
    if (message === undefined) return;
    void hasty
      .deleteMessage(to.chat, message.id)
      .catch((error: unknown) => log.debug({ reason: fitForLog(error).message }, 'a sign of work stays'));
  };

  /** A group sees every message: what is one person's goes to them, and the group only hears that it has. */
  async function sendDirectly(reply: Reply): Promise<void> {
    const messages = encodeReply(reply, { group: false, texts: textsOf(t) });
    const sent = await sender.send({ chat: Number(incoming.who.id), kind: 'direct' }, messages, t('telegram-no-media'));
    const note: Reply = { blocks: [{ type: 'paragraph', text: t(sent ? 'telegram-sent-directly' : 'telegram-open-chat') }] };
    await sender.send(to, encodeReply(note, { group, texts: textsOf(t) }), t('telegram-no-media'));
  }

  const surface: Surface = {
    caps: { forms: false, plainText: true, maxMediaBytes: MAX_FILE_BYTES },
    async send(reply) {
      // what was shown of the work gives its place to the first answer
      const preview = await work?.end();
      // a poll in a group shows each person their result by itself
      if (polled && group) return;
      if (reply.direct === true && group) {
        drop(preview);
        return sendDirectly(reply);
      }
      const personal = group && pressed !== undefined && (reply.audience === 'asker' || plan.form !== undefined);
      const alert = personal && plan.form === undefined ? alertText(reply) : undefined;
      if (alert !== undefined && (await acknowledgement?.alert(alert)) === true) return drop(preview);
      const setting: Setting = {
        group,
        ...(personal ? { mention, covered: reply.error === undefined && plan.form === undefined } : {}),
        ...(plan.form === undefined ? {} : { form: plan.form }),
        texts: textsOf(t),
      };
      const native = encodeReply(reply, { ...setting, rich: sender.takesRich() });
      // what Telegram does not typeset itself goes as a picture
      const messages = native.some(({ kind }) => kind === 'rich') ? native : encodeReply(await withTypeset(reply, typeset, log), setting);
      const replaced = reply.replace === true && pressed !== undefined ? pressed : preview;
      if (replaced !== preview) drop(preview);
      if (replaced === undefined) await sender.send(to, messages, t('telegram-no-media'));
      else await sender.replace(to, replaced, messages, t('telegram-no-media'));
    },
    progress({ fraction, note, preview }) {
      if (preview !== undefined) return work?.preview(shownOf(note, preview, group, t));
      const percent = Math.round(fraction * 100);
      work?.progress(note === '' ? t('telegram-progress', { percent }) : t('telegram-progress-note', { note, percent }));
    },
    open: (ref) => attach({ fileId: ref, name: 'picture' }),
  };
  try {
    await chat.handle(incoming, surface);
  } finally {
    await acknowledgement?.end();
    drop(await work?.end());
    await kept?.forget();
  }
}

/** Where the message of an update's work is kept until the update is answered. */
function keptMessage(memory: AdapterMemory, update: number): KeptMessage & { forget(): Promise<void> } {
  const key = `working:${update}`;
  return {
    async load() {
      const value = await memory.get(key);
      return value === undefined ? undefined : (JSON.parse(value) as Replaceable);
    },
    save: (message) => memory.set(key, JSON.stringify(message)),
    forget: () => memory.delete(key),
  };
}

/** A preview as one message; its picture is a photo with the note below it. */
function shownOf(note: string, { media, buttons = [] }: Preview, group: boolean, t: Translate): Shown {
  const blocks: Reply['blocks'] = [{ type: 'paragraph', text: note }];
  const setting = { group, texts: textsOf(t) };
  const [instead] = encodeReply({ blocks, buttons }, setting) as [TextMessage];
  if (media === undefined) return { message: instead, instead };
  const [message] = encodeReply({ blocks, buttons, media: [media] }, setting) as [FileMessage];
  return { message, instead };
}

function destinationOf({ where }: Incoming, { message }: Update): Destination {
  return {
    chat: Number(where.id),
    kind: where.kind,
    ...(where.thread === undefined ? {} : { thread: Number(where.thread) }),
    ...(where.kind === 'group' && message !== undefined ? { replyTo: message.message_id } : {}),
  };
}

function pressedMessage({ callback_query: query }: Update): Replaceable | undefined {
  if (query?.message === undefined) return undefined;
  return { id: query.message.message_id, media: 'photo' in query.message || 'document' in query.message || 'animation' in query.message };
}

export const textsOf = (t: Translate): Setting['texts'] => ({
  tooLarge: (media) => t('telegram-too-large', { name: media.name }),
  choose: t('telegram-choose'),
  replyWithAnswer: t('telegram-reply-with-answer'),
});
