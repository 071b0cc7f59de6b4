import { randomBytes } from 'node:crypto';
import { type Attachment, type Chat, type Incoming, MAX_UPLOAD_BYTES, type Plan, type Surface } from './chat.ts';
import type { Action, Command } from './command.ts';
import type { Context, Logger } from './context.ts';
import { LearnerError, learnerMessage, type TextValues } from './errors.ts';
import type { ChatMemory } from './memory.ts';
import { type ImageOption, type ImageValue, type Options, parseValue, shown, suggestion } from './options.ts';
import { type Block, type Button, paragraph, type Reply } from './reply.ts';
import { parseRoute } from './route.ts';
import { parseArguments, splitCommand } from './syntax.ts';
import { type Language, nearestLanguage, type Texts, type Translate } from './texts.ts';

export interface RouterSettings<Parts> {
  commands: readonly Command<Parts>[];
  parts: Parts;
  texts: Texts;
  memory: ChatMemory;
  log: Logger;
  /** Used for learners who have not chosen one, IANA name. */
  timeZone: string;
  /** Offered for a picture that came without a command, e.g. `['convolve', 'classify']`. */
  pictureCommands: readonly string[];
  /** Aborted when the tutor stops. */
  signal: AbortSignal;
}

/** What an event asks for, found without reading anything. */
type Target<Parts> =
  | { kind: 'command'; command: Command<Parts>; given: () => Record<string, unknown>; pictures: Pictures }
  | { kind: 'action'; command: Command<Parts>; action: Action<Parts>; route: string; given: () => Record<string, unknown>; form?: string }
  | { kind: 'unknown-command'; name: string; meant?: string }
  | { kind: 'old-button' }
  | { kind: 'pictures'; attachments: Attachment[] }
  | { kind: 'plain'; text: string; expected: boolean }
  | { kind: 'answer'; text: string }
  | { kind: 'not-ours' };

interface Pictures {
  caption: Attachment[];
  reply: Attachment[];
  target: Attachment[];
}

const NO_PICTURES: Pictures = { caption: [], reply: [], target: [] };

/**
 * The router: finds what an event asks for, resolves its options, runs the command and sends what it answers.
 * It never rejects: what a person can mend is told in their language, anything else is logged with an id that they are given.
 */
export function createRouter<Parts>(settings: RouterSettings<Parts>): Chat {
  const { commands, parts, texts, memory, log, signal } = settings;
  const names = commandNames(commands, texts);
  /** Events being answered now: the same event delivered again meanwhile is dropped. */
  const inFlight = new Set<string>();

  function find(incoming: Incoming): Target<Parts> {
    const { content } = incoming;
    switch (content.kind) {
      case 'command': {
        const command = names.get(content.name);
        if (command === undefined) return { kind: 'unknown-command', name: content.name };
        return { kind: 'command', command, given: () => content.values, pictures: { ...NO_PICTURES, target: content.target } };
      }
      case 'press':
        return findRoute(content.route, content.form);
      case 'answer':
        return { kind: 'answer', text: content.text };
      case 'text':
        return findText(incoming, content);
    }
  }

  function findRoute(route: string, form: string | undefined): Target<Parts> {
    const parsed = parseRoute(route);
    const command = parsed === undefined ? undefined : names.get(parsed.command);
    if (parsed === undefined || command === undefined) return { kind: 'old-button' };
    if (parsed.action === undefined) {
      return { kind: 'command', command, given: () => parseArguments(parsed.rest, command.options), pictures: NO_PICTURES };
    }
    const action = command.actions?.[parsed.action];
    if (action === undefined) return { kind: 'old-button' };
    const given = () => parseArguments(parsed.rest, action.options);
    return { kind: 'action', command, action, route, given, ...(form === undefined ? {} : { form }) };
  }

  function findText(incoming: Incoming, content: Extract<Incoming['content'], { kind: 'text' }>): Target<Parts> {
    const direct = incoming.where.kind === 'direct';
    const said = splitCommand(content.text) ?? (direct ? bareCommand(content.text) : undefined);
    if (said === undefined) {
      if (content.text.trim() === '' && content.attachments.length > 0) {
        return { kind: 'pictures', attachments: content.attachments };
      }
      return { kind: 'plain', text: content.text, expected: direct || content.addressed };
    }
    const command = names.get(said.name);
    const pictures = { caption: content.attachments, reply: content.repliedTo, target: [] };
    if (command !== undefined) return { kind: 'command', command, given: () => parseArguments(said.rest, command.options), pictures };
    const meant = suggestion(said.name, [...names.keys()]);
    // in a group a command that we do not know is most likely for another bot
    if (!direct && !content.addressed && said.addressee === undefined && meant === undefined) return { kind: 'not-ours' };
    return { kind: 'unknown-command', name: said.name, ...(meant === undefined ? {} : { meant }) };
  }

  /** In a direct chat `size 7 3` and `help` work without the slash. */
  function bareCommand(text: string): ReturnType<typeof splitCommand> {
    const match = /^([\p{L}\p{N}_]{2,32})(?:\s+([\s\S]*))?$/u.exec(text.trim());
    const name = match?.[1]?.toLowerCase();
    return name !== undefined && names.has(name) ? { name, rest: match?.[2] ?? '' } : undefined;
  }

  function plan(incoming: Incoming): Plan {
    const target = find(incoming);
    switch (target.kind) {
      case 'command':
        return { answers: true, acknowledge: target.command.acknowledge, ...(target.command.long === true ? { long: true } : {}) };
      case 'action': {
        const form = target.form === undefined ? target.action.form?.(texts.in(nearestLanguage(incoming.who.language))) : undefined;
        return { answers: true, acknowledge: target.action.acknowledge, ...(form === undefined ? {} : { form }) };
      }
      case 'pictures':
        return { answers: incoming.where.kind === 'direct', acknowledge: 'public' };
      case 'plain':
        return { answers: target.expected, acknowledge: 'public' };
      case 'not-ours':
        return { answers: false, acknowledge: 'public' };
      default:
        return { answers: true, acknowledge: 'private' };
    }
  }

  async function handle(incoming: Incoming, surface: Surface): Promise<void> {
    if (inFlight.has(incoming.id)) return;
    inFlight.add(incoming.id);
    const started = performance.now();
    let t = texts.in(nearestLanguage(incoming.who.language));
    let what = incoming.content.kind as string;
    let outcome = 'ok';
    const who = { key: `${incoming.platform}:${incoming.who.id}`, ...(incoming.who.name === undefined ? {} : { name: incoming.who.name }) };
    const thread = incoming.where.thread === undefined ? '' : `/${incoming.where.thread}`;
    const where = { key: `${incoming.platform}:${incoming.where.id}${thread}`, kind: incoming.where.kind };
    try {
      const profile = await memory.profile(who.key);
      const language = profile.language ?? nearestLanguage(incoming.who.language);
      t = texts.in(language);
      const ctx: Context = {
        event: incoming.id,
        who,
        where,
        language,
        timeZone: profile.timeZone ?? settings.timeZone,
        t,
        caps: surface.caps,
        say: (reply) => surface.send(reply),
        progress: (progress) => surface.progress(progress),
        signal,
        log,
      };
      const target = find(incoming);
      what = nameOf(target);
      const reply = await answer(target, ctx, surface);
      if (reply !== undefined) await surface.send(reply);
      outcome = reply === undefined ? 'silent' : (reply.error?.id ?? 'ok');
    } catch (error) {
      const failure = describeFailure(error, t, log, { event: incoming.id, what });
      outcome = failure.error!.id;
      await surface.send(failure).catch((cause: unknown) => log.error({ err: cause, event: incoming.id }, 'the reply could not be sent'));
    } finally {
      inFlight.delete(incoming.id);
    }
    const ms = Math.round(performance.now() - started);
    if (outcome !== 'silent') {
      await memory
        .logActivity({ event: incoming.id, learner: who.key, place: where.key, what, outcome, ms })
        .catch((cause: unknown) => log.error({ err: cause }, 'the activity log could not be written'));
    }
  }

  async function answer(target: Target<Parts>, ctx: Context, surface: Surface): Promise<Reply | undefined> {
    const { t } = ctx;
    switch (target.kind) {
      case 'command': {
        // whoever says a command no longer answers the form that was asked before
        await memory.setExpectation(ctx.who.key, ctx.where.key, undefined);
        const values = await resolve(target.given(), target.command.options, target.pictures, ctx, surface);
        return target.command.run(ctx, values as never, parts);
      }
      case 'action': {
        if (target.action.form !== undefined && target.form === undefined) {
          // no dialogs here: the next plain message is the value
          await memory.setExpectation(ctx.who.key, ctx.where.key, target.route);
          const form = target.action.form(t);
          return { blocks: [paragraph(`**${form.title}** ${form.label}`)] };
        }
        const values = await resolve(target.given(), target.action.options, NO_PICTURES, ctx, surface);
        return target.action.run(ctx, { ...values, ...(target.form === undefined ? {} : { form: target.form }) } as never, parts);
      }
      case 'unknown-command': {
        const id = target.meant === undefined ? 'command-unknown' : 'command-unknown-suggest';
        const buttons: Button[] = [
          ...(target.meant === undefined ? [] : [{ label: `/${target.meant}`, route: names.get(target.meant)!.name }]),
          { label: t('chat-help'), route: 'help' },
        ];
        return { ...refusal(t, id, { name: shown(target.name), meant: target.meant ?? '' }), buttons: [buttons] };
      }
      case 'old-button':
        return refusal(t, 'button-old');
      case 'pictures':
        return offerPicture(target.attachments, ctx);
      case 'plain':
        return answerPlain(target.text, target.expected, ctx);
      case 'answer':
        return (await listenAll(ctx, target.text)) ?? refusal(t, 'answer-no-question');
      case 'not-ours':
        return undefined;
    }
  }

  async function answerPlain(text: string, expected: boolean, ctx: Context): Promise<Reply | undefined> {
    const route = await memory.expectation(ctx.who.key, ctx.where.key);
    if (route !== undefined && text.trim() !== '') {
      await memory.setExpectation(ctx.who.key, ctx.where.key, undefined);
      const target = findRoute(route, text.trim());
      if (target.kind === 'action') {
        const values = await resolve(target.given(), target.action.options, NO_PICTURES, ctx, undefined);
        return target.action.run(ctx, { ...values, form: text.trim() } as never, parts);
      }
    }
    const heard = await listenAll(ctx, text);
    if (heard !== undefined) return heard;
    if (!expected) return undefined;
    return { blocks: [paragraph(ctx.t('chat-not-understood'))], buttons: [[{ label: ctx.t('chat-help'), route: 'help' }]] };
  }

  async function listenAll(ctx: Context, text: string): Promise<Reply | undefined> {
    for (const command of commands) {
      const reply = await command.listen?.(ctx, text, parts);
      if (reply !== undefined) return reply;
    }
    return undefined;
  }

  /** A picture without a command: it is remembered, and in a direct chat the tutor offers what it can do with it. */
  async function offerPicture(attachments: Attachment[], ctx: Context): Promise<Reply | undefined> {
    const attachment = attachments.at(-1)!;
    if (ctx.where.kind === 'group') {
      // fetching every photo of a group would cost much for nothing: only where to find it is kept
      if (attachment.ref !== undefined) await memory.setLastPicture(ctx.who.key, ctx.where.key, { ref: attachment.ref });
      else await keep(attachment, ctx);
      return undefined;
    }
    const { id } = await keep(attachment, ctx);
    const buttons = settings.pictureCommands.map((name) => ({ label: ctx.t(`command-${name}-menu`), route: `${name} image=#${id}` }));
    return { blocks: [paragraph(ctx.t('chat-picture-received'))], buttons: [buttons] };
  }

  async function keep(attachment: Attachment, ctx: Context): Promise<ImageValue> {
    const bytes = await attachment.fetch(MAX_UPLOAD_BYTES, ctx.signal);
    if (bytes.length === 0) throw new LearnerError('picture-empty');
    const id = await memory.keepPicture(ctx.who.key, bytes);
    await memory.setLastPicture(ctx.who.key, ctx.where.key, { id });
    return { id, name: attachment.name, bytes };
  }

  async function resolve(
    given: Record<string, unknown>,
    options: Options,
    pictures: Pictures,
    ctx: Context,
    surface: Surface | undefined,
  ): Promise<Record<string, unknown>> {
    const values: Record<string, unknown> = {};
    for (const [name, option] of Object.entries(options)) {
      const value = given[name];
      if (option.kind === 'image') values[name] = await resolveImage(name, option, value, pictures, ctx, surface);
      else if (value !== undefined) values[name] = parseValue(name, option, value as string | number | boolean);
      else if (option.default !== undefined) values[name] = option.default;
      if (values[name] === undefined && option.required === true) {
        throw option.kind === 'image' ? new LearnerError('picture-missing') : new LearnerError('option-missing', { option: name });
      }
    }
    return values;
  }

  async function resolveImage(
    name: string,
    option: ImageOption,
    value: unknown,
    pictures: Pictures,
    ctx: Context,
    surface: Surface | undefined,
  ): Promise<ImageValue | undefined> {
    if (typeof value === 'object' && value !== null) return keep(value as Attachment, ctx);
    if (typeof value === 'string') {
      const id = value.replace(/^#/, '');
      const bytes = /^[0-9A-Za-z]{4,32}$/.test(id) ? await memory.picture(id) : undefined;
      if (bytes === undefined) throw new LearnerError('picture-gone', { option: name, value: shown(value) });
      return { id, name: id, bytes };
    }
    for (const source of option.sources) {
      if (source === 'caption' || source === 'reply' || source === 'target') {
        const attachment = pictures[source][0];
        if (attachment !== undefined) return keep(attachment, ctx);
      }
      if (source === 'last') {
        const last = await memory.lastPicture(ctx.who.key, ctx.where.key);
        if (last?.id !== undefined) {
          const bytes = await memory.picture(last.id);
          if (bytes !== undefined) return { id: last.id, name: last.id, bytes };
        } else if (last?.ref !== undefined && surface?.open !== undefined) return keep(surface.open(last.ref), ctx);
      }
    }
    return undefined;
  }

  return {
    commands: commands as readonly Command<unknown>[],
    texts,
    plan,
    handle,
    languageOf: async (who, platform): Promise<Language> =>
      (await memory.profile(`${platform}:${who.id}`)).language ?? nearestLanguage(who.language),
    translate: (language) => texts.in(language),
  };
}

/** A refusal in one sentence, as a reply. */
export function refusal(t: Translate, id: string, values: TextValues = {}): Reply {
  const message = t(id, values);
  const blocks: Block[] = [paragraph(message)];
  return { blocks, audience: 'asker', error: { id, message } };
}

/** Turns whatever was thrown into what the person is told; faults are logged under an id that the person gets. */
function describeFailure(error: unknown, t: Translate, log: Logger, event: { event: string; what: string }): Reply {
  const learner = learnerMessage(error);
  if (learner !== undefined) return refusal(t, learner.id, learner.values);
  const reference = randomBytes(4).toString('hex');
  log.error({ err: error, reference, ...event }, 'a command failed');
  return { ...refusal(t, 'fault', { reference }) };
}

/** Every name by which a command answers: its own and its names in each language. */
function commandNames<Parts>(commands: readonly Command<Parts>[], texts: Texts): Map<string, Command<Parts>> {
  const names = new Map<string, Command<Parts>>();
  for (const command of commands) {
    names.set(command.name, command);
    for (const language of ['en', 'ru'] as const) {
      const local = texts.in(language)(`command-${command.name}-name`);
      names.set(local, command);
      // people type е for ё
      names.set(local.replaceAll('ё', 'е'), command);
    }
  }
  return names;
}

function nameOf<Parts>(target: Target<Parts>): string {
  if (target.kind === 'command') return target.command.name;
  return target.kind === 'action' ? (target.route.split(' ')[0] ?? '') : target.kind;
}
