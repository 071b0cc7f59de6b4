import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import busboy from 'busboy';
import { type WebSocket, WebSocketServer } from 'ws';
import { violations } from './spec.ts';

export const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.test.token-of-the-emulator';
const APPLICATION = '123456789012345678';
const GUILD = '223456789012345678';
const CHANNEL = '323456789012345678';
/** Discord's snowflakes count milliseconds from here. */
const EPOCH = 1_420_070_400_000;
const BOT = { id: APPLICATION, username: 'Tutor', discriminator: '0', global_name: null, avatar: null, bot: true };
const RESPONSE_MS = 3000;

let sequence = 0n;
/** An id made now; an interaction's age is read from it. */
const snowflake = (ageMs = 0) => String((BigInt(Date.now() - ageMs - EPOCH) << 22n) + sequence++);

interface Body {
  type?: number;
  content?: string;
  flags?: number;
  attachments?: { id: number | string; filename?: string; description?: string }[];
  components?: { components: { custom_id?: string; label?: string; url?: string }[] }[];
  allowed_mentions?: { parse?: string[] };
  data?: Body & { custom_id?: string; title?: string; choices?: { name: string; value: string }[] };
}
export interface Call {
  method: string;
  path: string;
  body: Body;
  files: { name: string; filename: string; bytes: Buffer }[];
}
interface Exchange {
  created: number;
  answered?: number;
}

/** A strict Discord on this machine: REST with real multipart and a real WebSocket gateway; every request is checked against the API's description, the limits, and the rules of interactions. */
export async function startDiscordEmulator() {
  const calls: Call[] = [];
  const problems: string[] = [];
  const files = new Map<string, Buffer>();
  const exchanges = new Map<string, Exchange>();
  const faults: { match: RegExp; status: number; body: object }[] = [];
  const listeners = new Set<() => void>();
  const sockets = new Set<WebSocket>();
  let commands: Record<string, unknown>[] = [];
  let heartbeats = 0;
  let heartbeatMs = 41_250;
  let connections = 0;

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      problems.push(`emulator: ${String(error)}`);
      response.writeHead(500).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway = new WebSocketServer({ server });
  gateway.on('connection', (socket) => {
    sockets.add(socket);
    const send = (message: object) => socket.send(JSON.stringify(message));
    send({ op: 10, d: { heartbeat_interval: heartbeatMs } });
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { op: number; d: { token?: string; intents?: number } };
      if (message.op === 1) {
        heartbeats++;
        send({ op: 11 });
      }
      if (message.op === 6) {
        connections++;
        send({ op: 0, t: 'RESUMED', s: 2, d: {} });
      }
      if (message.op !== 2) return;
      connections++;
      if (message.d.token !== TOKEN) return socket.close(4004, 'Authentication failed');
      if (message.d.intents !== 1) problems.push(`gateway: intents ${message.d.intents}, only Guilds is needed`);
      const ready = {
        v: 10,
        user: BOT,
        guilds: [],
        session_id: 'session',
        resume_gateway_url: `ws://${host}`,
        application: { id: APPLICATION, flags: 0 },
      };
      send({ op: 0, t: 'READY', s: 1, d: ready });
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${host}`);
    if (url.pathname.startsWith('/attachments/')) {
      const bytes = files.get(url.pathname);
      return void (bytes === undefined ? response.writeHead(404).end() : response.writeHead(200).end(bytes));
    }
    const path = url.pathname.replace(/^\/api\/v10/, '');
    const call = await readCall(request, path);
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body));
    const byToken = /^\/(interactions|webhooks)\//.test(path);
    if (!byToken && request.headers.authorization !== `Bot ${TOKEN}`) return void reply(401, { message: '401: Unauthorized', code: 0 });
    if (path === '/gateway/bot') {
      return void reply(200, {
        url: `ws://${host}`,
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
      });
    }
    problems.push(...violations(call.method, path, call.body), ...limits(call), ...rules(call));
    const index = faults.findIndex(({ match }) => match.test(`${call.method} ${path}`));
    if (index >= 0) {
      const [fault] = faults.splice(index, 1);
      return void reply(fault!.status, fault!.body);
    }
    calls.push(call);
    if (path.endsWith('/commands')) {
      if (call.method === 'PUT') commands = call.body as unknown as Record<string, unknown>[];
      // as the service does: everything written comes back with fields of its own
      reply(
        200,
        commands.map((command) => ({
          id: snowflake(),
          application_id: APPLICATION,
          version: '1',
          nsfw: false,
          default_member_permissions: null,
          ...command,
        })),
      );
    } else if (path.endsWith('/callback')) response.writeHead(204).end();
    else
      reply(200, {
        id: snowflake(),
        channel_id: CHANNEL,
        author: BOT,
        content: call.body.content ?? '',
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: [],
        mention_roles: [],
        attachments: [],
        embeds: [],
        pinned: false,
        type: 0,
        components: [],
      });
    for (const listener of listeners) listener();
  }

  /** Every interaction: one first answer within three seconds, and nothing else before it. */
  function rules({ method, path }: Call): string[] {
    const callback = /^\/interactions\/(\d+)\//.exec(path)?.[1];
    const token = /^\/webhooks\/\d+\/token-(\d+)/.exec(path)?.[1];
    const exchange = exchanges.get(callback ?? token ?? '');
    if (callback === undefined && token === undefined) return [];
    if (exchange === undefined) return [`${method} ${path}: an interaction that never was`];
    if (callback !== undefined) {
      if (exchange.answered !== undefined) return [`${path}: acknowledged twice`];
      exchange.answered = Date.now();
      return exchange.answered - exchange.created > RESPONSE_MS
        ? [`${path}: acknowledged after ${exchange.answered - exchange.created} ms`]
        : [];
    }
    return exchange.answered === undefined ? [`${path}: a message before the acknowledgement`] : [];
  }

  async function waitFor(fits: (call: Call) => boolean, { from = 0, count = 1, ms = 20_000 } = {}): Promise<Call[]> {
    const found = () => calls.slice(from).filter(fits);
    const deadline = Date.now() + ms;
    while (found().length < count) {
      const left = deadline - Date.now();
      if (left <= 0)
        throw new Error(
          `waited in vain; seen: ${calls
            .slice(from)
            .map((call) => `${call.method} ${call.path.replace(/\d{5,}/g, '…')}`)
            .join(', ')}`,
        );
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
    return found();
  }

  const user = (id: number) => ({
    id: `4234567890123456${id}`,
    username: `user${id}`,
    discriminator: '0',
    global_name: `User ${id}`,
    avatar: null,
  });

  /** Sends an event of an interaction; `direct` is the tutor's own chat with the person. */
  function dispatch(
    type: number,
    data: object,
    { from = 10, direct = false, locale = 'en-US', message, repeat = 1, ageMs = 0 }: Options = {},
  ) {
    const id = snowflake(ageMs);
    exchanges.set(id, { created: Date.now() });
    const where = direct
      ? { user: user(from), context: 1, channel: { id: CHANNEL, type: 1 } }
      : {
          guild_id: GUILD,
          member: { user: user(from), roles: [], permissions: '0', joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 },
          context: 0,
          channel: { id: CHANNEL, type: 0, guild_id: GUILD, name: 'cnn' },
        };
    const d = {
      id,
      application_id: APPLICATION,
      type,
      data,
      token: `token-${id}`,
      version: 1,
      channel_id: CHANNEL,
      locale,
      attachment_size_limit: 10_485_760,
      entitlements: [],
      app_permissions: '0',
      authorizing_integration_owners: {},
      ...where,
      ...(message === undefined ? {} : { message }),
    };
    for (let time = 0; time < repeat; time++)
      for (const socket of sockets) socket.send(JSON.stringify({ op: 0, t: 'INTERACTION_CREATE', s: 10 + time, d }));
    return id;
  }

  const answersTo = (id: string) => (call: Call) => call.path.includes(`token-${id}`) && call.path.startsWith('/webhooks');

  return {
    api: `http://${host}/api`,
    calls,
    problems,
    waitFor,
    dispatch,
    get connections() {
      return connections;
    },
    get heartbeats() {
      return heartbeats;
    },
    set heartbeatMs(value: number) {
      heartbeatMs = value;
    },
    fail(match: RegExp, status: number, body: object) {
      faults.push({ match, status, body });
    },
    /** The network between the tutor and the gateway breaks. */
    dropGateway() {
      for (const socket of sockets) socket.terminate();
    },
    attachment(name: string, bytes: Buffer, size = bytes.length) {
      const id = snowflake();
      files.set(`/attachments/${id}/${name}`, bytes);
      return uploaded(host, id, name, size);
    },
    /** A person uses a slash command; gives the messages that answer it, the acknowledgement first. */
    async use(name: string, values: Record<string, string | number> = {}, options: Options & { image?: UploadedPicture } = {}) {
      const given = Object.entries(values).map(([key, value]) => ({ name: key, type: typeof value === 'number' ? 4 : 3, value }));
      const { image } = options;
      const resolved = image === undefined ? {} : { resolved: { attachments: { [image.id]: image } } };
      const withImage = image === undefined ? given : [...given, { name: 'image', type: 11, value: image.id }];
      const id = dispatch(2, { id: snowflake(), name, type: 1, options: withImage, ...resolved }, options);
      const [answer] = await waitFor(answersTo(id));
      return { id, answer: answer!, callback: callbackOf(id) };
    },
    /** A person opens a message's menu. */
    async menu(name: string, image: UploadedPicture, options: Options = {}) {
      const target = snowflake();
      const message = {
        id: target,
        channel_id: CHANNEL,
        author: user(11),
        content: '',
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: [],
        mention_roles: [],
        attachments: [image],
        embeds: [],
        pinned: false,
        type: 0,
      };
      const id = dispatch(2, { id: snowflake(), name, type: 3, target_id: target, resolved: { messages: { [target]: message } } }, options);
      const [answer] = await waitFor(answersTo(id));
      return { id, answer: answer!, callback: callbackOf(id) };
    },
    /** A person presses a button; gives the answering messages, or the dialog that opens. */
    async press(route: string, options: Options = {}) {
      const message = {
        id: snowflake(),
        channel_id: CHANNEL,
        author: BOT,
        content: '',
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: [],
        mention_roles: [],
        attachments: [],
        embeds: [],
        pinned: false,
        type: 0,
      };
      const id = dispatch(3, { custom_id: route, component_type: 2 }, { ...options, message });
      await waitFor((call) => answersTo(id)(call) || (call.path.includes(`/interactions/${id}/`) && call.body.type === 9));
      return { id, answer: calls.find(answersTo(id)), callback: callbackOf(id) };
    },
    async submit(route: string, value: string, options: Options = {}) {
      const components = [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'value', value } }];
      const id = dispatch(5, { custom_id: route, components }, options);
      const [answer] = await waitFor(answersTo(id));
      return { id, answer: answer!, callback: callbackOf(id) };
    },
    async complete(name: string, option: string, typed: string) {
      const id = dispatch(4, { id: snowflake(), name, type: 1, options: [{ name: option, type: 3, value: typed, focused: true }] });
      const [call] = await waitFor((one) => one.path.includes(`/interactions/${id}/`));
      return call!.body.data!.choices!.map((choice) => choice.value);
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function callbackOf(id: string): Call {
    return calls.find((call) => call.path.includes(`/interactions/${id}/`))!;
  }
}

export type Emulator = Awaited<ReturnType<typeof startDiscordEmulator>>;
export type UploadedPicture = ReturnType<typeof uploaded>;
interface Options {
  from?: number;
  direct?: boolean;
  locale?: string;
  message?: object;
  repeat?: number;
  ageMs?: number;
}

function uploaded(host: string, id: string, name: string, size: number) {
  const url = `http://${host}/attachments/${id}/${name}`;
  return { id, filename: name, size, url, proxy_url: url, content_type: 'image/png', width: 720, height: 480, ephemeral: true };
}

async function readCall(request: IncomingMessage, path: string): Promise<Call> {
  const method = request.method ?? 'GET';
  if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    return { method, path, body: text === '' ? {} : JSON.parse(text), files: [] };
  }
  return new Promise((resolve, reject) => {
    let body: Body = {};
    const files: Call['files'] = [];
    const parser = busboy({ headers: request.headers });
    parser.on('field', (name, value) => {
      if (name === 'payload_json') body = JSON.parse(value);
    });
    parser.on('file', (name, stream, { filename }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => files.push({ name: String(name), filename: filename ?? '', bytes: Buffer.concat(chunks) }));
    });
    parser.on('close', () => resolve({ method, path, body, files }));
    parser.on('error', reject);
    request.pipe(parser);
  });
}

/** Documented limits, checked whether the API's description is at hand or not. */
function limits({ method, path, body, files }: Call): string[] {
  const found: string[] = [];
  const check = (fine: boolean, problem: string) => {
    if (!fine) found.push(`${method} ${path.replace(/\d{5,}/g, '…')}: ${problem}`);
  };
  if (path.endsWith('/commands')) return found;
  check((body.content ?? '').length <= 2000, 'content longer than 2,000');
  check((body.components ?? []).length <= 5, 'more than 5 rows');
  for (const row of body.components ?? []) {
    check(row.components.length >= 1 && row.components.length <= 5, 'a row of 0 or more than 5 buttons');
    for (const { custom_id, label = '', url } of row.components) {
      check(label.length >= 1 && label.length <= 80, 'a label’s length');
      check(url !== undefined || ((custom_id ?? '').length >= 1 && (custom_id ?? '').length <= 100), 'a custom id’s length');
    }
  }
  const ids = (body.components ?? []).flatMap((row) => row.components.map((button) => button.custom_id));
  check(new Set(ids).size === ids.length, `buttons with the same custom id: ${ids.join(', ')}`);
  if (path.startsWith('/webhooks')) check(body.allowed_mentions?.parse?.length === 0, 'mentions are not switched off');
  check(files.length <= 10, 'more than 10 files');
  check(
    files.every(({ bytes }) => bytes.length > 0 && bytes.length <= 10_485_760),
    'a file’s size',
  );
  check(files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= 25 * 1024 * 1024, 'more than 25 MiB');
  for (const { name } of files) {
    const attachment = body.attachments?.find(({ id }) => `files[${id}]` === name);
    check(attachment !== undefined, `${name} has no entry in attachments`);
    check(
      (attachment?.description ?? '').length >= 1 && (attachment?.description ?? '').length <= 1024,
      `${name} has no alt text, or one too long`,
    );
  }
  return found;
}
