import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import busboy from 'busboy';
import { brokenLimits, type Call } from './limits.ts';
import { readForm, violations } from './spec.ts';

export const TOKEN = '123456:test-token';
export const BOT = { id: 99, is_bot: true, first_name: 'Tutor', username: 'conv_tutor_bot' };
/** The group that every test has. */
export const GROUP = -1001;

type Fault = { status: number; description: string; parameters?: object } | 'drop';
type Update = { update_id: number } & Record<string, unknown>;
type Button = { text: string; callback_data?: string; url?: string };

/** A message as it stands in a chat. */
interface Shown {
  message_id: number;
  ours: boolean;
  media: boolean;
  /** What an edit must change. */
  content: string;
  buttons: Button[];
  deleted?: boolean;
}

interface Chat {
  id: number;
  members: Set<number>;
  messages: Map<number, Shown>;
  /** What the administrators forbid, in the API's words, e.g. `CHAT_SEND_POLLS_FORBIDDEN`. */
  forbidden: Record<string, string>;
  topics: Set<number>;
}

/** A refusal as the service words it. */
class Refusal extends Error {
  readonly status: number;
  constructor(status: number, description: string) {
    super(description);
    this.status = status;
  }
}

/** Update ids never repeat, from one emulator to the next either. */
let nextUpdate = 1000;

/**
 * A strict Bot API on this machine: real HTTP, real multipart, long polling, chats with members and messages, privacy mode, polls.
 * Every request is checked against the API's description, the documented limits and what stands in the chats; `problems` gathers what is wrong.
 */
export async function startTelegramEmulator() {
  const calls: Call[] = [];
  const problems: string[] = [];
  const files = new Map<string, Buffer>();
  const queue: Update[] = [];
  const settings = new Map<string, unknown>();
  const chats = new Map<number, Chat>();
  const presses = new Map<string, 'waiting' | 'answered'>();
  const polls = new Map<string, { chat: number; options: number }>();
  const faults: { method: string; fault: Fault }[] = [];
  const listeners = new Set<() => void>();
  let lastPoll = '';
  let nextId = 1;
  let polling: { end(conflict: boolean): void } | undefined;

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      problems.push(`emulator: ${String(error)}`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  openChat(GROUP).topics.add(17);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', api);
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
    if (file !== null) {
      const bytes = file[1] === TOKEN ? files.get(decodeURI(file[2]!)) : undefined;
      if (bytes === undefined) response.writeHead(404).end();
      else response.writeHead(200).end(bytes);
      return;
    }
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
    const call = await readCall(request, method);
    const reply = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const refuse = (status: number, description: string, parameters: object = {}) =>
      reply(status, { ok: false, error_code: status, description, parameters });
    if (token !== TOKEN) return void refuse(401, 'Unauthorized');
    problems.push(...violations(method, call.parameters, new Set(call.files.map((part) => part.name))), ...(await brokenLimits(call)));
    const index = faults.findIndex((entry) => entry.method === method);
    if (index >= 0) {
      const [{ fault }] = faults.splice(index, 1) as [{ method: string; fault: Fault }];
      if (method === 'answerCallbackQuery') presses.set(`${call.parameters.callback_query_id}`, 'answered');
      if (fault === 'drop') return void request.socket.destroy();
      return void refuse(fault.status, fault.description, fault.parameters);
    }
    try {
      const result = await answer(call);
      // a request is seen once its answer is on the way
      if (method !== 'getUpdates') calls.push(call);
      reply(200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(error.status, error.message);
    }
    for (const listener of listeners) listener();
  }

  async function answer(call: Call): Promise<unknown> {
    const { method, parameters } = call;
    switch (method) {
      case 'getMe':
        return { ...BOT, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };
      case 'getUpdates':
        return nextUpdates(parameters.offset as number | undefined, Number(parameters.timeout ?? 0));
      case 'getMyCommands':
      case 'getMyDescription':
      case 'getMyShortDescription':
        return settings.get(settingKey(call)) ?? NOTHING_SET[method];
      case 'setMyCommands':
        settings.set(settingKey(call), parameters.commands);
        return true;
      case 'setMyDescription':
      case 'setMyShortDescription':
        settings.set(settingKey(call), parameters);
        return true;
      case 'getFile': {
        const bytes = files.get(`${parameters.file_id}`);
        if (bytes !== undefined && bytes.length > 20 * 1024 * 1024) throw new Refusal(400, 'Bad Request: file is too big');
        return { file_id: parameters.file_id, file_unique_id: 'u', file_size: bytes?.length, file_path: parameters.file_id };
      }
      case 'answerCallbackQuery':
        return answerPress(`${parameters.callback_query_id}`);
      case 'sendChatAction':
        chatOf(call);
        return true;
      case 'deleteMessage':
        messageOf(call).deleted = true;
        return true;
      case 'editMessageText':
      case 'editMessageMedia':
        return edit(call);
      default:
        if (!method.startsWith('send')) throw new Refusal(404, 'Not Found: method not found');
        return send(call);
    }
  }

  function send(call: Call): unknown {
    const { method, parameters } = call;
    const chat = chatOf(call);
    const forbidden = chat.forbidden[method];
    if (forbidden !== undefined) throw new Refusal(400, `Bad Request: ${forbidden}`);
    const reply = parameters.reply_parameters as { message_id: number; allow_sending_without_reply?: boolean } | undefined;
    if (reply !== undefined && !chat.messages.has(reply.message_id) && reply.allow_sending_without_reply !== true) {
      throw new Refusal(400, 'Bad Request: message to be replied not found');
    }
    if (method === 'sendMediaGroup') return (parameters.media as unknown[]).map(() => put(chat, call));
    const message = put(chat, call);
    if (method !== 'sendPoll') return message;
    lastPoll = `poll-${message.message_id}`;
    polls.set(lastPoll, { chat: chat.id, options: (parameters.options as unknown[]).length });
    return { ...message, poll: { id: lastPoll, question: parameters.question, options: parameters.options } };
  }

  function put(chat: Chat, { method, parameters }: Call) {
    const markup = parameters.reply_markup as { inline_keyboard?: Button[][] } | undefined;
    const message_id = nextId++;
    chat.messages.set(message_id, {
      message_id,
      ours: true,
      media: !['sendMessage', 'sendRichMessage', 'sendPoll'].includes(method),
      content: contentOf(parameters),
      buttons: (markup?.inline_keyboard ?? []).flat(),
    });
    return { message_id, date: 0, chat: describeChat(chat.id), from: BOT, text: parameters.text ?? '' };
  }

  function edit(call: Call): unknown {
    const { method, parameters } = call;
    const message = messageOf(call);
    if (method === 'editMessageText' && message.media) throw new Refusal(400, 'Bad Request: there is no text in the message to edit');
    // a text may be replaced with a picture, but no picture with a text (Bot API 10)
    if (method === 'editMessageMedia') message.media = true;
    const content = contentOf(parameters);
    if (method === 'editMessageText' && content === message.content) {
      throw new Refusal(400, 'Bad Request: message is not modified: specified new message content is exactly the same');
    }
    message.content = content;
    message.buttons = ((parameters.reply_markup as { inline_keyboard?: Button[][] } | undefined)?.inline_keyboard ?? []).flat();
    return { message_id: message.message_id, date: 0, chat: describeChat(Number(parameters.chat_id)), from: BOT };
  }

  function chatOf({ method, parameters }: Call): Chat {
    const chat = chats.get(Number(parameters.chat_id));
    if (chat === undefined) {
      problems.push(`${method}: nobody ever wrote from the chat ${parameters.chat_id}`);
      throw new Refusal(400, 'Bad Request: chat not found');
    }
    const thread = parameters.message_thread_id as number | undefined;
    if (thread !== undefined && !chat.topics.has(thread)) throw new Refusal(400, 'Bad Request: message thread not found');
    return chat;
  }

  function messageOf(call: Call): Shown {
    const message = chatOf(call).messages.get(Number(call.parameters.message_id));
    if (message === undefined || message.deleted === true) throw new Refusal(400, 'Bad Request: message to edit not found');
    if (!message.ours) throw new Refusal(400, 'Bad Request: message can’t be edited');
    return message;
  }

  function answerPress(id: string): true {
    const state = presses.get(id);
    if (state !== 'waiting') problems.push(`answerCallbackQuery: the press ${id} is ${state ?? 'unknown'}`);
    presses.set(id, 'answered');
    return true;
  }

  async function nextUpdates(offset: number | undefined, seconds: number): Promise<Update[]> {
    // only one may fetch at a time: the one before is told so
    polling?.end(true);
    // confirmed updates are forgotten, as the real service does
    if (offset !== undefined) queue.splice(0, queue.length, ...queue.filter((update) => update.update_id >= offset));
    if (queue.length === 0 && seconds > 0) {
      const conflict = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), Math.min(seconds * 1000, 2000));
        polling = {
          end(lost) {
            clearTimeout(timer);
            polling = undefined;
            resolve(lost);
          },
        };
      });
      if (conflict) throw new Refusal(409, 'Conflict: terminated by other getUpdates request');
    }
    return [...queue];
  }

  function deliver(update: object): number {
    const update_id = nextUpdate++;
    queue.push({ update_id, ...update });
    polling?.end(false);
    return update_id;
  }

  /** Waits until this many calls that fit have been made since the mark. */
  async function waitFor(fits: (call: Call) => boolean, { from = 0, count = 1, ms = 20_000 } = {}): Promise<Call[]> {
    const found = () => calls.slice(from).filter(fits);
    const deadline = Date.now() + ms;
    while (found().length < count) {
      const left = deadline - Date.now();
      if (left <= 0) {
        const seen = calls.slice(from).map((call) => call.method);
        throw new Error(`waited in vain; seen: ${seen.join(', ')}`);
      }
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          listeners.delete(done);
          resolve();
        };
        const timer = setTimeout(done, left);
        listeners.add(done);
      });
    }
    return found();
  }

  function openChat(id: number): Chat {
    const chat = chats.get(id) ?? { id, members: new Set(), messages: new Map(), forbidden: {}, topics: new Set() };
    chats.set(id, chat);
    return chat;
  }

  /** A message of a person, as it reaches the bot. */
  function personSays(from: number, text: string, { chat = from, language = 'en', ...extra }: Said = {}) {
    const place = openChat(chat);
    place.members.add(from);
    const message_id = nextId++;
    place.messages.set(message_id, { message_id, ours: false, media: false, content: '', buttons: [] });
    const media = ['photo', 'document', 'sticker', 'video', 'voice', 'animation'].some((kind) => extra[kind] !== undefined);
    return {
      message_id,
      date: 0,
      from: describePerson(from, language),
      chat: describeChat(chat),
      ...(text === '' ? {} : { [media ? 'caption' : 'text']: text }),
      ...extra,
    };
  }

  return {
    api,
    calls,
    problems,
    deliver,
    waitFor,
    addFile(id: string, bytes: Buffer) {
      files.set(id, bytes);
    },
    /** The next request of this method fails. */
    fail(method: string, fault: Fault) {
      faults.push({ method, fault });
    },
    /** What a group's administrators do not allow. */
    forbid(chat: number, method: string, description: string) {
      openChat(chat).forbidden[method] = description;
    },
    /** A person says something; the bot is sent it unless privacy mode keeps it from the bot. Gives the message. */
    post(from: number, text: string, said: Said = {}) {
      const message = personSays(from, text, said);
      const replied = said.reply_to_message as { from?: { id: number } } | undefined;
      const heard = message.chat.type === 'private' || /^\/\w+(@conv_tutor_bot\b|(?!@)\b)/.test(text) || replied?.from?.id === BOT.id;
      if (heard) deliver({ message });
      return message;
    },
    /** A person says something; gives the calls that answer it. */
    async say(from: number, text: string, { answers = 1, ...said }: Said & { answers?: number } = {}) {
      const mark = calls.length;
      this.post(from, text, said);
      return waitFor(isAnswer, { from: mark, count: answers });
    },
    /** A reply to the last message of the bot's in a chat. */
    async answerLast(from: number, text: string, said: Said = {}) {
      const last = [...openChat(said.chat ?? from).messages.values()].filter((message) => message.ours).at(-1)!;
      const reply = { message_id: last.message_id, date: 0, chat: describeChat(said.chat ?? from), from: BOT };
      return this.say(from, text, { ...said, reply_to_message: reply });
    },
    /** A person presses a button, on the last message that has it; gives the calls that follow, the press's answer among them. */
    async press(from: number, data: string, { chat = from, answers = 1, until = isAnswer as (call: Call) => boolean } = {}) {
      const mark = calls.length;
      const place = openChat(chat);
      place.members.add(from);
      const pressed = [...place.messages.values()].filter(({ buttons }) => buttons.some((button) => button.callback_data === data)).at(-1);
      const id = `press-${nextId++}`;
      presses.set(id, 'waiting');
      const message = {
        message_id: pressed?.message_id ?? nextId++,
        date: 0,
        chat: describeChat(chat),
        from: BOT,
        ...(pressed?.media === true ? { photo: [] } : { text: '…' }),
      };
      deliver({ callback_query: { id, from: describePerson(from), chat_instance: 'c', data, message } });
      await waitFor(until, { from: mark, count: answers });
      return calls.slice(mark);
    },
    /** A vote in a poll of the bot's; without an option it is taken back. */
    vote(from: number, poll: string, option?: number) {
      const known = polls.get(poll);
      if (known === undefined || (option !== undefined && option >= known.options)) throw new Error(`no such option in ${poll}`);
      const options = option === undefined ? [] : [option];
      return deliver({
        poll_answer: { poll_id: poll, user: describePerson(from), option_ids: options, option_persistent_ids: options.map(String) },
      });
    },
    /** The service delivers an update once more. */
    repeat(update: Update) {
      queue.push({ ...update });
      polling?.end(false);
    },
    get lastPoll() {
      return lastPoll;
    },
    async close() {
      for (const [id, state] of presses) if (state === 'waiting') problems.push(`the press ${id} was never answered`);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What goes along with something said. */
interface Said {
  chat?: number;
  language?: string;
  [field: string]: unknown;
}

const isAnswer = (call: Call) => /^send(?!ChatAction)/.test(call.method);
const describePerson = (id: number, language = 'en') => ({ id, is_bot: false, first_name: `User ${id}`, language_code: language });
const describeChat = (id: number) =>
  id < 0 ? { id, type: 'supergroup', title: 'CNN' } : { id, type: 'private', first_name: `User ${id}` };
const NOTHING_SET = { getMyCommands: [], getMyDescription: { description: '' }, getMyShortDescription: { short_description: '' } };
const contentOf = (parameters: Call['parameters']) =>
  JSON.stringify([
    parameters.text ?? parameters.rich_message,
    (parameters.reply_markup as { inline_keyboard?: unknown } | undefined)?.inline_keyboard ?? [],
  ]);
const settingKey = ({ method, parameters }: Call) => JSON.stringify([method.slice(3), parameters.scope, parameters.language_code]);

async function readCall(request: IncomingMessage, method: string): Promise<Call> {
  if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    return { method, parameters: text === '' ? {} : JSON.parse(text), files: [] };
  }
  return new Promise((resolve, reject) => {
    const form: Record<string, string> = {};
    const parts: Call['files'] = [];
    const parser = busboy({ headers: request.headers });
    parser.on('field', (name, value) => {
      form[name] = value;
    });
    parser.on('file', (name, stream, { filename }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => parts.push({ name: name ?? '', filename: filename ?? '', bytes: Buffer.concat(chunks) }));
    });
    parser.on('close', () => resolve({ method, parameters: readForm(method, form), files: parts }));
    parser.on('error', reject);
    request.pipe(parser);
  });
}
