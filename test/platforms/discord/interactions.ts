import { type Answer, BOT, type Body, type Call, EPHEMERAL, messageJson, snowflake, uploaded, type Where } from './shapes.ts';

/** How long Discord waits for the first answer, and how long the interaction can be used at all, milliseconds. */
const RESPONSE_MS = 3000;

/** The types of callbacks that each kind of interaction allows. */
const ALLOWED: Record<Kind, number[]> = { command: [4, 5, 9], component: [4, 5, 6, 7, 9], dialog: [4, 5], completion: [8] };
const MESSAGE = 4;
const DEFERRED = 5;
const DEFERRED_UPDATE = 6;
const UPDATE = 7;
/** Messages that may follow an answer where the tutor is not a member. */
const MAX_FOREIGN_FOLLOW_UPS = 5;

export type Kind = 'command' | 'component' | 'dialog' | 'completion';

/** A message as people see it now. */
export interface Shown {
  id: string;
  content: string;
  files: { name: string; alt: string; bytes: Buffer }[];
  buttons: { label: string; route?: string; link?: string; style: number }[];
  ephemeral: boolean;
  /** "Tutor is thinking …" */
  thinking: boolean;
  deleted: boolean;
  edits: number;
}

export interface Interaction {
  id: string;
  kind: Kind;
  where: Where;
  dispatched: number;
  /** The message whose button was pressed. */
  source?: Shown;
  /** How often that one had been edited before. */
  sourceEdits: number;
  callback?: Body;
  original?: Shown;
  followUps: Shown[];
  /** Its fifteen minutes are over. */
  expired: boolean;
}

const error = (status: number, code: number, message: string): Answer => ({ status, body: { code, message } });

/** The service's side of interactions: what is shown, and the rules of answering. What breaks them is added to `problems` and refused. */
export function createInteractions(host: () => string, problems: string[], sizeLimit: () => number) {
  const all = new Map<string, Interaction>();

  function answerCallback(id: string, { body }: Call): Answer {
    const interaction = all.get(id);
    const refuse = (problem: string, answer: Answer) => {
      problems.push(`interaction (${interaction?.kind}): ${problem}`);
      return answer;
    };
    if (interaction === undefined) return refuse('it never was', error(404, 10062, 'Unknown interaction'));
    if (interaction.callback !== undefined)
      return refuse('acknowledged twice', error(400, 40060, 'Interaction has already been acknowledged.'));
    const ageMs = Date.now() - interaction.dispatched;
    if (ageMs > RESPONSE_MS) return refuse(`acknowledged after ${ageMs} ms`, error(404, 10062, 'Unknown interaction'));
    const type = body.type ?? 0;
    const allowed =
      interaction.kind === 'dialog' && interaction.source !== undefined
        ? ALLOWED.component.filter((one) => one !== 9)
        : ALLOWED[interaction.kind];
    if (!allowed.includes(type)) return refuse(`a callback of type ${type}`, error(400, 50035, 'Invalid Form Body'));
    interaction.callback = body;
    if (type === MESSAGE || type === DEFERRED) {
      const flags = body.data?.flags ?? 0;
      if (type === DEFERRED && (flags & ~EPHEMERAL) !== 0) refuse(`deferred with flags ${flags}`, { status: 204 });
      interaction.original = { ...empty(), thinking: type === DEFERRED, ephemeral: hides(interaction, flags) };
    }
    if (type === DEFERRED_UPDATE || type === UPDATE) interaction.original = interaction.source!;
    return { status: 204 };
  }

  function hides({ where }: Interaction, flags: number): boolean {
    const ephemeral = (flags & EPHEMERAL) !== 0;
    if (ephemeral && where === 'direct') problems.push('a direct chat: nothing is hidden from the only one who reads it');
    return ephemeral;
  }

  function answerWebhook(id: string, target: string | undefined, call: Call): Answer {
    const interaction = all.get(id);
    if (interaction?.callback === undefined || ![4, 5, 6, 7].includes(interaction.callback.type ?? 0)) {
      problems.push(`${call.method} ${target ?? 'follow-up'}: before the acknowledgement`);
      return error(404, 10015, 'Unknown Webhook');
    }
    if (interaction.expired) return error(401, 50027, 'Invalid Webhook Token');
    const tooLarge = call.files.find(({ bytes }) => bytes.length > sizeLimit());
    if (tooLarge !== undefined) {
      problems.push(`${tooLarge.name} has ${tooLarge.bytes.length} bytes`);
      return error(413, 40005, 'Request entity too large');
    }
    if (target === undefined) return followUp(interaction, call);
    const message = target === '@original' ? interaction.original : interaction.followUps.find((one) => one.id === target);
    if (message === undefined || message.deleted) return error(404, 10008, 'Unknown Message');
    if (call.method === 'DELETE') {
      message.deleted = true;
      return { status: 204 };
    }
    return write(message, call);
  }

  function followUp(interaction: Interaction, call: Call): Answer {
    const ephemeral = hides(interaction, call.body.flags ?? 0);
    if (interaction.original?.thinking === true && !interaction.original.deleted) {
      problems.push('a follow-up while the tutor is "thinking": it takes that message’s place and its audience');
      return write(interaction.original, call);
    }
    const message = { ...empty(), ephemeral };
    interaction.followUps.push(message);
    if (interaction.where === 'foreign' && interaction.followUps.length > MAX_FOREIGN_FOLLOW_UPS) problems.push('too many follow-ups');
    return write(message, call);
  }

  /** What a message says from now on; fields that the request leaves out stay. */
  function write(message: Shown, { body, files, method }: Call): Answer {
    const content = body.content ?? message.content;
    const kept = body.attachments === undefined ? message.files : [];
    const now = [...kept, ...files.map((file) => ({ name: file.name, bytes: file.bytes, alt: altOf(body, file.field) }))];
    if (content === '' && now.length === 0) {
      problems.push('an empty message');
      return error(400, 50006, 'Cannot send an empty message');
    }
    message.content = content;
    message.files = now;
    if (body.components !== undefined) {
      message.buttons = body.components
        .flatMap((row) => row.components)
        .map(({ label = '', custom_id: route, url: link, style }) => ({
          label,
          style,
          ...(route === undefined ? {} : { route }),
          ...(link === undefined ? {} : { link }),
        }));
    }
    message.thinking = false;
    if (method === 'PATCH') message.edits++;
    return { status: 200, body: toJson(message) };
  }

  function toJson(message: Shown) {
    const attachments = message.files.map(({ name, alt, bytes }) => ({
      ...uploaded(host(), snowflake(), name, bytes.length),
      description: alt,
    }));
    return messageJson({ id: message.id, author: BOT, content: message.content, attachments, flags: message.ephemeral ? EPHEMERAL : 0 });
  }

  return {
    answerCallback,
    answerWebhook,
    toJson,
    get: (id: string) => all.get(id)!,
    begin(id: string, kind: Kind, where: Where, source?: Shown): Interaction {
      const interaction: Interaction = {
        id,
        kind,
        where,
        dispatched: Date.now(),
        followUps: [],
        sourceEdits: source?.edits ?? 0,
        expired: false,
        ...(source === undefined ? {} : { source }),
      };
      all.set(id, interaction);
      return interaction;
    },
    /** A message of the tutor's that nobody asked for in this test, e.g. one with old buttons. */
    place: (content: string): Shown => ({ ...empty(), content }),
  };
}

const altOf = (body: Body, field: string) => body.attachments?.find(({ id }) => `files[${id}]` === field)?.description ?? '';

const empty = (): Shown => ({
  id: snowflake(),
  content: '',
  files: [],
  buttons: [],
  ephemeral: false,
  thinking: false,
  deleted: false,
  edits: 0,
});
