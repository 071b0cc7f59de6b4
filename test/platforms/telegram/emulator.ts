import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import busboy from 'busboy';
import { readForm, violations } from './spec.ts';

export const TOKEN = '123456:test-token';
const BOT = { id: 99, is_bot: true, first_name: 'Tutor', username: 'conv_tutor_bot' };
const TAGS = new Set(['b', 'i', 'code', 'pre', 'tg-spoiler', 'blockquote']);

/** A request that the bot made. */
export interface Call {
  method: string;
  parameters: Record<string, unknown> & { chat_id?: number; text?: string; caption?: string };
  files: { name: string; filename: string; bytes: Buffer }[];
}

type Fault = { status: number; body: Record<string, unknown> } | 'drop';

/** Update ids never repeat, from one emulator to the next either. */
let nextUpdate = 1000;

/** A strict Bot API on this machine: real HTTP, real multipart, long polling; every request is checked against the API's description and limits. */
export async function startTelegramEmulator() {
  const calls: Call[] = [];
  const problems: string[] = [];
  const files = new Map<string, Buffer>();
  const queue: { update_id: number }[] = [];
  const commands = new Map<string, unknown>();
  let waiting: (() => void) | undefined;
  let nextId = 1;
  const faults: { method: string; fault: Fault }[] = [];
  const listeners = new Set<() => void>();

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      problems.push(`emulator: ${String(error)}`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', api);
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
    if (file !== null) {
      const bytes = files.get(file[2]!);
      if (bytes === undefined) response.writeHead(404).end();
      else response.writeHead(200).end(bytes);
      return;
    }
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
    const call = await readCall(request, method);
    const reply = (status: number, body: Record<string, unknown>) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (token !== TOKEN) return void reply(401, { ok: false, error_code: 401, description: 'Unauthorized' });
    problems.push(...violations(method, call.parameters, new Set(call.files.map((part) => part.name))), ...limits(call));
    const index = faults.findIndex((entry) => entry.method === method);
    if (index >= 0) {
      const [{ fault }] = faults.splice(index, 1) as [{ method: string; fault: Fault }];
      if (fault === 'drop') return void request.socket.destroy();
      return void reply(fault.status, fault.body);
    }
    const result = await answer(call);
    // a request is seen once its answer is on the way
    if (method !== 'getUpdates') calls.push(call);
    reply(200, { ok: true, result });
    for (const listener of listeners) listener();
  }

  async function answer({ method, parameters }: Call): Promise<unknown> {
    const message = (extra: object) => ({
      message_id: nextId++,
      date: 0,
      chat: { id: parameters.chat_id, type: Number(parameters.chat_id) < 0 ? 'supergroup' : 'private' },
      from: BOT,
      ...extra,
    });
    switch (method) {
      case 'getMe':
        return { ...BOT, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };
      case 'getUpdates':
        return nextUpdates(Number(parameters.offset ?? 0), Number(parameters.timeout ?? 0));
      case 'getMyCommands':
        return commands.get(JSON.stringify([parameters.scope, parameters.language_code])) ?? [];
      case 'setMyCommands':
        commands.set(JSON.stringify([parameters.scope, parameters.language_code]), parameters.commands);
        return true;
      case 'getFile':
        return {
          file_id: parameters.file_id,
          file_unique_id: 'u',
          file_size: files.get(`${parameters.file_id}`)?.length,
          file_path: parameters.file_id,
        };
      case 'sendPoll':
        return message({ poll: { id: `poll-${nextId}`, question: parameters.question, options: parameters.options } });
      case 'sendMediaGroup':
        return (parameters.media as unknown[]).map(() => message({}));
      case 'sendChatAction':
      case 'answerCallbackQuery':
      case 'deleteMessage':
        return true;
      default:
        return message({ text: parameters.text ?? '' });
    }
  }

  async function nextUpdates(offset: number, seconds: number): Promise<unknown[]> {
    const due = () => queue.filter((update) => update.update_id >= offset);
    // confirmed updates are forgotten, as the real service does
    queue.splice(0, queue.length, ...due());
    if (due().length === 0 && seconds > 0) {
      await new Promise<void>((resolve) => {
        waiting = resolve;
        setTimeout(resolve, Math.min(seconds * 1000, 2000)).unref();
      });
    }
    return due();
  }

  function deliver(update: object): number {
    const update_id = nextUpdate++;
    queue.push({ update_id, ...update });
    waiting?.();
    return update_id;
  }

  /** Waits until this many calls that fit have been made since the mark. */
  async function waitFor(fits: (call: Call) => boolean, { from = 0, count = 1, ms = 20_000 } = {}): Promise<Call[]> {
    const found = () => calls.slice(from).filter(fits);
    const deadline = Date.now() + ms;
    while (found().length < count) {
      const left = deadline - Date.now();
      if (left <= 0)
        throw new Error(
          `waited in vain; seen: ${calls
            .slice(from)
            .map((call) => call.method)
            .join(', ')}`,
        );
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

  const user = (id: number, language = 'en') => ({ id, is_bot: false, first_name: `User ${id}`, language_code: language });
  const chatOf = (id: number) => (id < 0 ? { id, type: 'supergroup', title: 'CNN' } : { id, type: 'private', first_name: `User ${id}` });
  const isAnswer = (call: Call) => /^send(?!ChatAction)/.test(call.method);

  return {
    api,
    calls,
    problems,
    deliver,
    waitFor,
    addFile(id: string, bytes: Buffer) {
      files.set(id, bytes);
    },
    fail(method: string, fault: Fault) {
      faults.push({ method, fault });
    },
    /** A person says something; gives the calls that answer it. */
    async say(
      from: number,
      text: string,
      {
        chat = from,
        language = 'en',
        answers = 1,
        ...extra
      }: { chat?: number; language?: string; answers?: number; [field: string]: unknown } = {},
    ) {
      const mark = calls.length;
      const message: Record<string, unknown> = { message_id: nextId++, date: 0, from: user(from, language), chat: chatOf(chat), ...extra };
      if (text !== '') message[extra.photo === undefined && extra.document === undefined ? 'text' : 'caption'] = text;
      deliver({ message });
      return waitFor(isAnswer, { from: mark, count: answers });
    },
    /** A person presses a button; gives the calls that follow, the callback's answer among them. */
    async press(from: number, data: string, { chat = from, answers = 1, until = isAnswer as (call: Call) => boolean } = {}) {
      const mark = calls.length;
      deliver({
        callback_query: {
          id: `query-${nextId++}`,
          from: user(from),
          chat_instance: 'c',
          data,
          message: { message_id: nextId++, date: 0, chat: chatOf(chat), from: BOT, text: '…' },
        },
      });
      await waitFor(until, { from: mark, count: answers });
      return calls.slice(mark);
    },
    vote(from: number, poll: string, option: number) {
      return deliver({ poll_answer: { poll_id: poll, user: user(from), option_ids: [option], option_persistent_ids: [String(option)] } });
    },
    get lastPoll() {
      return `poll-${nextId - 1}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

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
      stream.on('end', () => parts.push({ name: name ?? '', filename, bytes: Buffer.concat(chunks) }));
    });
    parser.on('close', () => resolve({ method, parameters: readForm(method, form), files: parts }));
    parser.on('error', reject);
    request.pipe(parser);
  });
}

/** The parameters that have limits. */
interface Shown {
  text?: string;
  caption?: string;
  question?: string;
  explanation?: string;
  options?: { text: string }[];
  reply_markup?: { inline_keyboard?: { text: string; url?: string; callback_data?: string }[][] };
}

/** Documented limits, checked whether the API's description is at hand or not. */
function limits({ method, parameters, files }: Call): string[] {
  const found: string[] = [];
  const check = (fine: boolean, problem: string) => {
    if (!fine) found.push(`${method}: ${problem}`);
  };
  const { text, caption, question = '', explanation, options = [], reply_markup: markup } = parameters as Shown;
  const parsed = (html: string) =>
    html
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  for (const [value, limit] of [
    [text, 4096],
    [caption, 1024],
  ] as const) {
    if (typeof value !== 'string') continue;
    const shown = parameters.parse_mode === 'HTML' ? parsed(value) : value;
    check(shown.length <= limit, `a text of ${shown.length}`);
    if (method === 'sendMessage') check(shown.trim() !== '', 'an empty text');
    if (parameters.parse_mode === 'HTML') found.push(...htmlProblems(value).map((problem) => `${method}: ${problem}`));
  }
  if (method === 'sendPoll') {
    check(question.length >= 1 && question.length <= 300, 'the question’s length');
    check(options.length >= 1 && options.length <= 12, 'how many options');
    check(
      options.every((option) => option.text.length >= 1 && option.text.length <= 100),
      'an option’s length',
    );
    check((explanation ?? '').length <= 200 && (explanation ?? '').split('\n').length <= 3, 'the explanation');
  }
  for (const button of (markup?.inline_keyboard ?? []).flat()) {
    const bytes = Buffer.byteLength(button.callback_data ?? '', 'utf8');
    check(button.url !== undefined || (bytes >= 1 && bytes <= 64), `callback data of ${bytes} bytes`);
    check(button.text.length > 0, 'a button without text');
  }
  if (method === 'answerCallbackQuery') check((text ?? '').length <= 200, 'an alert longer than 200');
  for (const { bytes } of files) check(bytes.length > 0 && bytes.length <= 50 * 1024 * 1024, 'a file’s size');
  return found;
}

function htmlProblems(html: string): string[] {
  const open: string[] = [];
  const found: string[] = [];
  for (const [, closing = '', tag = ''] of html.matchAll(/<(\/?)([a-z-]+)(?: [^<>]*)?>/g)) {
    if (!TAGS.has(tag)) found.push(`the tag ${tag} is unknown`);
    if (closing === '') open.push(tag as string);
    else if (open.pop() !== tag) found.push(`${tag} is closed but not open`);
  }
  if (open.length > 0) found.push(`${open.join(', ')} stays open`);
  if (/[<>]/.test(html.replace(/<\/?[a-z-]+(?: [^<>]*)?>/g, ''))) found.push('a bare < or >');
  if (/&(?!(lt|gt|amp|quot);)/.test(html)) found.push('a bare &');
  return found;
}
