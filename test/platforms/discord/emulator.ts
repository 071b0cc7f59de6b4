import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import busboy from 'busboy';
import { createGateway } from './gateway.ts';
import { createInteractions, type Interaction, type Kind, type Shown } from './interactions.ts';
import { limits } from './limits.ts';
import {
  type Answer,
  APPLICATION,
  BOT,
  type Call,
  messageJson,
  person,
  placeJson,
  snowflake,
  TOKEN,
  type Uploaded,
  uploaded,
  type Where,
} from './shapes.ts';
import { violations } from './spec.ts';

const WAIT_MS = 10_000;
/** The numbers of interactions' types. */
const TYPES: Record<Kind, number> = { command: 2, component: 3, completion: 4, dialog: 5 };

export interface Asking {
  /** Which of the emulator's people it is. */
  from?: number;
  where?: Where;
  locale?: string;
}
export interface Pressing extends Asking {
  /** The message whose button is pressed. */
  on?: Shown;
}
interface Fault {
  match: RegExp;
  answer: Answer & { headers?: Record<string, string> };
}

export type Emulator = Awaited<ReturnType<typeof startDiscordEmulator>>;

/**
 * A strict Discord on this machine: REST with real multipart and a real gateway. Every request is checked against the API's description
 * where that is present, the documented limits, and the rules of interactions; what is wrong stands in `problems`.
 */
export async function startDiscordEmulator({ port = 0 }: { port?: number } = {}) {
  const problems: string[] = [];
  const calls: Call[] = [];
  const uploads = new Map<string, { bytes: Buffer; status: number }>();
  const faults: Fault[] = [];
  /** Channels of direct messages, and whose they are. */
  const directs = new Map<string, string>();
  const directMessages: { to: string; body: Call['body'] }[] = [];
  const lists = new Map<string, Record<string, unknown>[]>();
  const listeners = new Set<() => void>();
  const settings = { attachmentSizeLimit: 10 * 1024 * 1024 };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      problems.push(`emulator: ${String(error)}`);
      response.writeHead(500).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway = createGateway(server, () => host, problems);
  const interactions = createInteractions(
    () => host,
    problems,
    () => settings.attachmentSizeLimit,
  );

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${host}`);
    const upload = uploads.get(url.pathname);
    if (url.pathname.startsWith('/attachments/')) return void response.writeHead(upload?.status ?? 404).end(upload?.bytes);
    if (!url.pathname.startsWith('/api/v10/')) problems.push(`not of API version 10: ${url.pathname}`);
    const call = await readCall(request, url);
    const { status, body, headers = {} } = answerTo(call, request.headers.authorization);
    response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
    for (const listener of listeners) listener();
  }

  function answerTo(call: Call, authorization: string | undefined): Fault['answer'] {
    const { method, path } = call;
    const byToken = /^\/(interactions|webhooks)\//.test(path);
    if (byToken && authorization !== undefined) problems.push(`${path}: the bot's token where the interaction's is enough`);
    if (!byToken && authorization !== `Bot ${TOKEN}`) return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    problems.push(...violations(call), ...limits(call));
    calls.push(call);
    const index = faults.findIndex(({ match }) => match.test(`${method} ${path}`));
    if (index >= 0) return faults.splice(index, 1)[0]!.answer;
    if (path === '/gateway/bot') {
      const session_start_limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };
      return { status: 200, body: { url: `ws://${host}`, shards: 1, session_start_limit } };
    }
    if (path.endsWith('/commands')) return answerCommands(call);
    const callback = /^\/interactions\/(\d+)\/token-\1\/callback$/.exec(path);
    if (callback !== null) return interactions.answerCallback(callback[1]!, call);
    const webhook = /^\/webhooks\/(\d+)\/token-(\d+)(?:\/messages\/(@original|\d+))?$/.exec(path);
    if (webhook?.[1] === APPLICATION) return interactions.answerWebhook(webhook[2]!, webhook[3], call);
    if (path === '/users/@me/channels') return answerDirect(String((call.body as { recipient_id?: string }).recipient_id));
    const direct = /^\/channels\/(\d+)\/messages$/.exec(path);
    if (direct !== null && directs.has(direct[1]!)) {
      const message = messageJson({ id: snowflake(), author: BOT });
      directMessages.push({ to: directs.get(direct[1]!)!, body: call.body });
      return { status: 200, body: { ...message, channel_id: direct[1], content: call.body.content ?? '' } };
    }
    problems.push(`${method} ${path}: not expected`);
    return { status: 404, body: { message: '404: Not Found', code: 0 } };
  }

  function answerDirect(recipient: string): Answer {
    const id = [...directs].find(([, to]) => to === recipient)?.[0] ?? snowflake();
    directs.set(id, recipient);
    return { status: 200, body: { id, type: 1, last_message_id: null, recipients: [{ ...BOT, id: recipient, bot: false }] } };
  }

  /** As the service does: what was written comes back with fields of its own, and without those that say nothing. */
  function answerCommands({ method, path, body }: Call): Answer {
    if (method === 'PUT') {
      const before = lists.get(path) ?? [];
      const written = (body as unknown as Record<string, unknown>[]).map((command) => ({
        ...command,
        id: before.find(({ name, type }) => name === command.name && type === command.type)?.id ?? snowflake(),
        application_id: APPLICATION,
        version: snowflake(),
        nsfw: false,
        default_member_permissions: null,
        description: command.description ?? '',
        description_localizations: command.description_localizations ?? null,
        options: (command.options as Record<string, unknown>[] | undefined)?.map(({ required, ...option }) => ({
          name_localizations: null,
          ...option,
          ...(required === true ? { required } : {}),
        })),
      }));
      lists.set(path, written);
    }
    return { status: 200, body: lists.get(path) ?? [] };
  }

  async function until<T>(find: () => T | undefined, what: string): Promise<T> {
    const deadline = Date.now() + WAIT_MS;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      const left = deadline - Date.now();
      if (left <= 0) {
        const seen = calls.map(({ method, path }) => `${method} ${path.replace(/\d{5,}/g, '…')}`).slice(-12);
        throw new Error(`waited in vain for ${what}; the last requests: ${seen.join(', ')}; problems: ${problems.join('; ')}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, left);
        function done() {
          clearTimeout(timer);
          listeners.delete(done);
          resolve();
        }
        listeners.add(done);
      });
    }
  }

  function event(kind: Kind, data: object, { from = 10, where = 'server', locale = 'en-US', on }: Pressing, ageMs = 0) {
    const id = snowflake(ageMs);
    const interaction = interactions.begin(id, kind, where, on);
    const payload = {
      id,
      application_id: APPLICATION,
      type: TYPES[kind],
      data,
      token: `token-${id}`,
      version: 1,
      locale,
      attachment_size_limit: settings.attachmentSizeLimit,
      entitlements: [],
      app_permissions: '0',
      authorizing_integration_owners: {},
      ...placeJson(where, person(from)),
      ...(on === undefined ? {} : { message: interactions.toJson(on) }),
    };
    return { interaction, emit: () => gateway.emit('INTERACTION_CREATE', payload) };
  }

  /** Every message that answers an interaction, in order, as it is now; a pressed one only where it was replaced. */
  const answersOf = ({ source, sourceEdits, original, followUps }: Interaction): Shown[] =>
    [...(original === undefined || (original === source && original.edits === sourceEdits) ? [] : [original]), ...followUps].filter(
      ({ thinking, deleted }) => !thinking && !deleted,
    );

  /** Waits until an interaction is answered by a message (that fits). */
  const answered = (interaction: Interaction, fits: (message: Shown) => boolean = () => true): Promise<Shown> =>
    until(() => answersOf(interaction).find(fits), `an answer to a ${interaction.kind}`);

  function commandData(name: string, values: Record<string, Value> = {}) {
    const pictures = Object.values(values).filter((value) => typeof value === 'object');
    const options = Object.entries(values).map(([key, value]) => ({
      name: key,
      type:
        typeof value === 'object'
          ? 11
          : typeof value === 'boolean'
            ? 5
            : typeof value === 'number'
              ? Number.isInteger(value)
                ? 4
                : 10
              : 3,
      value: typeof value === 'object' ? value.id : value,
    }));
    const resolved = { attachments: Object.fromEntries(pictures.map((picture) => [picture.id, picture])) };
    return { id: snowflake(), name, type: 1, options, ...(pictures.length === 0 ? {} : { resolved }) };
  }

  return {
    api: `http://${host}/api`,
    port: Number(host.split(':')[1]),
    problems,
    calls,
    gateway,
    settings,
    directMessages,
    until,
    answered,
    answersOf,
    /** Names of the registered commands, everywhere or in a server. */
    listed: (guild?: string) =>
      (lists.get(`/applications/${APPLICATION}${guild === undefined ? '' : `/guilds/${guild}`}/commands`) ?? []).map(({ name }) => name),
    /** The next request that matches `METHOD path` is answered like this. */
    failNext(match: RegExp, status: number, body: object, headers: Record<string, string> = {}) {
      faults.push({ match, answer: { status, body, headers } });
    },
    /** A file on Discord's servers; `size` is what Discord says of it. */
    upload(name: string, bytes: Buffer, { size = bytes.length, status = 200, type = 'image/png' } = {}): Uploaded {
      const file = uploaded(host, snowflake(), name, size, type);
      uploads.set(new URL(file.url).pathname, { bytes, status });
      return file;
    },
    /** Someone uses a slash command; more than one event of the same id, or one that Discord has forgotten, if wanted. */
    send(name: string, values: Record<string, Value> = {}, asking: Asking & { times?: number; ageMs?: number } = {}): Interaction {
      const { interaction, emit } = event('command', commandData(name, values), asking, asking.ageMs);
      for (let time = 0; time < (asking.times ?? 1); time++) emit();
      return interaction;
    },
    /** Someone uses a slash command and is answered. */
    async use(name: string, values: Record<string, Value> = {}, asking: Asking = {}): Promise<Shown> {
      return answered(this.send(name, values, asking));
    },
    /** Someone opens the menu of another's message. */
    async menu(label: string, message: object, asking: Asking = {}) {
      const target = snowflake();
      const resolved = { messages: { [target]: { ...messageJson({ id: target, author: person(11) }), ...message } } };
      const { interaction, emit } = event('command', { id: snowflake(), name: label, type: 3, target_id: target, resolved }, asking);
      emit();
      return answered(interaction);
    },
    /** Someone presses a button, of the message or by a route of their own; nothing is waited for. */
    startPress(button: string, pressing: Pressing = {}): Interaction {
      const on = pressing.on ?? interactions.place('An older message.');
      const route = on.buttons.find(({ label }) => label === button)?.route ?? button;
      const { interaction, emit } = event('component', { custom_id: route, component_type: 2 }, { ...pressing, on });
      emit();
      return interaction;
    },
    async press(button: string, pressing: Pressing = {}): Promise<Shown> {
      return answered(this.startPress(button, pressing));
    },
    /** Someone presses a button that opens a dialog; gives the dialog. */
    async open(button: string, pressing: Pressing = {}) {
      const interaction = this.startPress(button, pressing);
      const callback = await until(() => interaction.callback, 'a dialog');
      if (callback.type !== 9) throw new Error(`answered with a callback of type ${callback.type} instead of a dialog`);
      return callback.data!;
    },
    /** Someone sends off the dialog that they opened. */
    async submit(dialog: { custom_id?: string }, value: string, pressing: Pressing = {}): Promise<Shown> {
      const on = pressing.on ?? interactions.place('An older message.');
      const components = [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'value', value } }];
      const { interaction, emit } = event('dialog', { custom_id: dialog.custom_id, components }, { ...pressing, on });
      emit();
      return answered(interaction);
    },
    async complete(name: string, option: string, typed: string): Promise<string[]> {
      const data = { id: snowflake(), name, type: 1, options: [{ name: option, type: 3, value: typed, focused: true }] };
      const { interaction, emit } = event('completion', data, {});
      emit();
      const { data: given } = await until(() => interaction.callback, 'a completion');
      return (given!.choices ?? []).map((choice) => choice.value);
    },
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Value = string | number | boolean | Uploaded;

async function readCall(request: IncomingMessage, url: URL): Promise<Call> {
  const call: Call = {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v\d+/, ''),
    query: url.searchParams,
    body: {},
    files: [],
  };
  if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    return text === '' ? call : { ...call, body: JSON.parse(text) };
  }
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: request.headers });
    parser.on('field', (name, value) => {
      if (name === 'payload_json') call.body = JSON.parse(value);
      else reject(new Error(`a field ${name} in the multipart`));
    });
    parser.on('file', (field, stream, { filename }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => call.files.push({ field: String(field), name: String(filename), bytes: Buffer.concat(chunks) }));
    });
    parser.on('close', () => resolve(call));
    parser.on('error', reject);
    request.pipe(parser);
  });
}
