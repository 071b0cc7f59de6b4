/** What Discord's API and gateway say, as the emulator writes it. */

export const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.test.token-of-the-emulator';
export const APPLICATION = '123456789012345678';
export const GUILD = '223456789012345678';
export const CHANNEL = '323456789012345678';
export const THREAD = '333456789012345678';
/** A server that the tutor is not in; a person brings it along. */
export const FOREIGN_GUILD = '243456789012345678';
export const BOT = { id: APPLICATION, username: 'Tutor', discriminator: '0', global_name: null, avatar: null, bot: true };
export const EPHEMERAL = 64;

/** Discord's snowflakes count milliseconds from here. */
const EPOCH = 1_420_070_400_000;
let sequence = 0n;
/** An id made now; an interaction's age is read from it. */
export const snowflake = (ageMs = 0) => String((BigInt(Date.now() - ageMs - EPOCH) << 22n) + sequence++);

export interface ButtonJson {
  type: number;
  style: number;
  custom_id?: string;
  label?: string;
  url?: string;
}
export interface Body {
  type?: number;
  content?: string;
  flags?: number;
  attachments?: { id: number | string; filename?: string; description?: string }[];
  components?: { type: number; components: ButtonJson[] }[];
  allowed_mentions?: { parse?: string[] };
  data?: CallbackData;
}
export interface CallbackData extends Omit<Body, 'components'> {
  custom_id?: string;
  title?: string;
  choices?: { name: string; value: string }[];
  components?: {
    type: number;
    label?: string;
    description?: string;
    component?: { type: number; custom_id: string; placeholder?: string; max_length?: number };
  }[];
}

export interface UploadedFile {
  field: string;
  name: string;
  bytes: Buffer;
}
export interface Call {
  method: string;
  /** Begins after `/api/v10`. */
  path: string;
  query: URLSearchParams;
  body: Body;
  files: UploadedFile[];
}
export interface Answer {
  status: number;
  body?: unknown;
}

/** A picture on Discord's servers. */
export type Uploaded = ReturnType<typeof uploaded>;
export function uploaded(host: string, id: string, name: string, size: number, type = 'image/png') {
  const url = `http://${host}/attachments/${id}/${encodeURIComponent(name)}`;
  return { id, filename: name, size, url, proxy_url: url, content_type: type, width: 720, height: 480, ephemeral: true };
}

export const person = (number: number) => ({
  id: `4234567890123456${number}`,
  username: `user${number}`,
  discriminator: '0',
  global_name: `User ${number}`,
  avatar: null,
});

export function messageJson(fields: {
  id: string;
  author: object;
  content?: string;
  attachments?: object[];
  components?: object[];
  flags?: number;
}) {
  return {
    channel_id: CHANNEL,
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    ...fields,
  };
}

/** Where an interaction happens: a server, a thread there, the tutor's own direct chat, or a server it is not in. */
export type Where = 'server' | 'thread' | 'direct' | 'foreign';

export function placeJson(where: Where, user: object) {
  const member = { user, roles: [], permissions: '0', joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 };
  const text = { id: CHANNEL, type: 0, guild_id: GUILD, name: 'cnn' };
  switch (where) {
    case 'direct':
      return { user, context: 1, channel_id: CHANNEL, channel: { id: CHANNEL, type: 1 } };
    case 'server':
      return { guild_id: GUILD, member, context: 0, channel_id: CHANNEL, channel: text };
    case 'thread':
      return { guild_id: GUILD, member, context: 0, channel_id: THREAD, channel: { ...text, id: THREAD, type: 11, parent_id: CHANNEL } };
    case 'foreign':
      return {
        guild_id: FOREIGN_GUILD,
        member,
        context: 0,
        channel_id: '343456789012345678',
        channel: { ...text, id: '343456789012345678', guild_id: FOREIGN_GUILD },
      };
  }
}

/** The server that the tutor is in, as the gateway tells it after READY. */
export const guildJson = () => ({
  id: GUILD,
  name: 'Convolutions',
  unavailable: false,
  roles: [
    { id: GUILD, name: '@everyone', permissions: '0', position: 0, color: 0, hoist: false, managed: false, mentionable: false, flags: 0 },
  ],
  channels: [{ id: CHANNEL, type: 0, name: 'cnn', position: 0, permission_overwrites: [] }],
  threads: [
    {
      id: THREAD,
      type: 11,
      parent_id: CHANNEL,
      name: 'padding',
      thread_metadata: { archived: false, auto_archive_duration: 60, archive_timestamp: '2026-01-01T00:00:00Z', locked: false },
    },
  ],
  emojis: [],
  stickers: [],
  members: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  features: [],
  member_count: 2,
  owner_id: person(10).id,
});
