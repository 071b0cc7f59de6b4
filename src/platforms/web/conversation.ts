import type { AdapterParts, Incoming } from '../../chat/chat.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Language } from '../../chat/texts.ts';
import type { PressFrame, SayFrame, WireMedia } from './client/wire.ts';
import { encodeReply } from './encode.ts';
import { cleanName, cleanRoom } from './frames.ts';
import { incomingOf, placeKey, type WebEvent } from './incoming.ts';
import { MAX_WAITING, RATE_LIMIT } from './limits.ts';
import type { MediaStore } from './media.ts';
import { broadcast, type Connection, createPlaces, type Place, showMessage } from './places.ts';
import type { RateLimit } from './rate-limit.ts';
import { createSeenEvents } from './seen.ts';
import { speechIn } from './speech.ts';
import { createSurface, eventFor, excerptOf } from './surface.ts';
import { messageFor, type StoredMessage } from './transcript.ts';

/** Said by the tutor on its own to whoever comes for the first time. */
const WELCOME_COMMAND = 'start';
const WELCOME_EVENT = 'welcome-0';
/** An event that was under way when the tutor stopped this often is given up: it may be what stops it. */
const MAX_TRIES = 2;

export interface Conversations {
  enter(connection: Connection, hello: { room?: string; language: string; after: number }): Promise<void>;
  leave(connection: Connection): void;
  say(connection: Connection, frame: SayFrame): Promise<void>;
  press(connection: Connection, frame: PressFrame): Promise<void>;
  rename(connection: Connection, name: string): Promise<void>;
  changeLanguage(connection: Connection, id: string, language: Language): Promise<void>;
  /** Says something in a person's direct chat that nobody asked for: shown where a page is open, and kept for later. */
  deliver(person: string, reply: Reply, language: Language): Promise<void>;
  /** Deletes a person's direct chat and name; what they said in rooms is part of the rooms' conversations. */
  forget(person: string): Promise<void>;
  /** Answers what was taken but not answered before the last stop. */
  resume(): Promise<void>;
  /** Resolves when all that is under way has been answered and written. */
  settled(): Promise<void>;
}

/** The heart of the web chat: takes the pages' events, keeps the conversations, hands events to the router one at a time for each person. */
export function createConversations({ chat, memory, log }: AdapterParts, media: MediaStore, rate: RateLimit): Conversations {
  const places = createPlaces(memory, log);
  const seen = createSeenEvents(memory);
  /** The end of each person's queue, and how many wait in it. */
  const queues = new Map<string, { last: Promise<void>; waiting: number }>();
  const longWork = new Set<Promise<void>>();
  const guestIn = (language: Language) => chat.translate(language)('web-guest');
  const tutorNames = [...new Set(['tutor', chat.translate('en')('web-tutor'), chat.translate('ru')('web-tutor')])].map((name) =>
    name.toLowerCase(),
  );
  const pendingKey = (event: WebEvent) => `pending:${event.person}:${event.id}`;
  const speaker = (connection: Connection) => chat.translate(connection.language);

  async function enter(
    connection: Connection,
    { room: wanted, language: hint, after }: { room?: string; language: string; after: number },
  ): Promise<void> {
    leave(connection);
    connection.hint = hint;
    connection.language = await chat.languageOf({ id: connection.person, language: hint }, 'web');
    connection.name = (await memory.get(`name:${connection.person}`)) ?? '';
    connection.send({ type: 'speech', speech: speechIn(connection.language, chat) });
    const room = wanted === undefined || wanted === '' ? undefined : cleanRoom(wanted);
    if (wanted !== undefined && wanted !== '' && room === undefined)
      connection.send({ type: 'refused', text: speaker(connection)('web-room-invalid') });
    const place = await places.visit(placeKey(connection.person, room), room, (opened) => {
      opened.connections.add(connection);
      connection.place = opened;
      return opened;
    });
    sendConversation(connection, place, after);
    showPeople(place);
    if (room === undefined && place.transcript.messages().length === 0) await welcome(connection, place);
  }

  function sendConversation(connection: Connection, place: Place, after: number): void {
    // a page that knows more than this place has ever had comes from before the database was replaced
    const complete = after === 0 || after > place.transcript.revision();
    const viewer = { person: connection.person, guest: guestIn(connection.language), shared: place.room !== undefined };
    const running = [...place.running.values()];
    connection.send({
      type: 'ready',
      you: { id: connection.person, name: connection.name },
      ...(place.room === undefined ? {} : { room: place.room }),
      complete,
      messages: place.transcript
        .messages()
        .filter(({ revision }) => complete || revision > after)
        .flatMap((message) => messageFor(message, viewer) ?? []),
      running: running.filter(({ person }) => person === connection.person).map(({ id }) => id),
    });
    for (const event of running) {
      const own = event.person === connection.person;
      if (own || event.shown === 'everyone') {
        connection.send({ type: 'working', event: eventFor(event, connection.person), own, name: event.name || viewer.guest });
      }
    }
  }

  function leave(connection: Connection): void {
    const { place } = connection;
    if (place === undefined) return;
    place.connections.delete(connection);
    delete connection.place;
    showPeople(place);
  }

  function showPeople(place: Place): void {
    if (place.room === undefined) return;
    const names = new Map([...place.connections].map(({ person, name }) => [person, name]));
    broadcast(place, (connection) => ({
      type: 'people',
      people: [...names].map(([id, name]) => ({ id, name: name || guestIn(connection.language) })),
      text: speaker(connection)('web-people', { count: names.size }),
    }));
  }

  async function welcome(connection: Connection, place: Place): Promise<void> {
    if (!chat.commands.some(({ name }) => name === WELCOME_COMMAND)) return;
    if (!(await seen.take(connection.person, WELCOME_EVENT))) return;
    const asked = { type: 'command', name: WELCOME_COMMAND, values: {} } as const;
    await take({ id: WELCOME_EVENT, person: connection.person, name: connection.name, hint: connection.hint, asked }, place);
  }

  /** Tells the page why an event is not taken; undefined when it may be. */
  function refusalOf(connection: Connection): string | undefined {
    const wait = rate.take(connection.person);
    if (wait > 0) return speaker(connection)('web-too-fast', { events: RATE_LIMIT.events, seconds: Math.ceil(wait / 1000) });
    if ((queues.get(connection.person)?.waiting ?? 0) >= MAX_WAITING)
      return speaker(connection)('web-too-many-waiting', { count: MAX_WAITING });
    return undefined;
  }

  /** The common way of all events: limits, repetition, then the router. `record` shows what the person said. */
  async function accept(
    connection: Connection,
    id: string,
    asked: WebEvent['asked'],
    {
      check,
      record,
    }: { check?(event: WebEvent): Promise<string | undefined> | string | undefined; record?(event: WebEvent, place: Place): Promise<void> },
  ): Promise<void> {
    const { place, person, name, hint } = connection;
    if (place === undefined) return;
    const event: WebEvent = { id, person, name, hint, asked, ...(place.room === undefined ? {} : { room: place.room }) };
    const refused = refusalOf(connection) ?? (await check?.(event));
    if (refused !== undefined) {
      if (refused !== '') connection.send({ type: 'refused', id, text: refused });
      return;
    }
    if (await seen.take(person, id)) {
      await memory.set(pendingKey(event), JSON.stringify({ event, tries: 0 }));
      await record?.(event, place);
      await take(event, place);
    }
    connection.send({ type: 'accepted', id });
  }

  async function say(connection: Connection, frame: SayFrame): Promise<void> {
    if (frame.text.trim() === '' && frame.attachments.length === 0) {
      connection.send({ type: 'refused', id: frame.id, text: speaker(connection)('web-empty') });
      return;
    }
    await accept(connection, frame.id, frame, {
      async check() {
        const present = await Promise.all(frame.attachments.map(({ id }) => media.has(id)));
        return present.every(Boolean) ? undefined : speaker(connection)('web-upload-gone');
      },
      async record(event, place) {
        const replied = frame.replyTo === undefined ? undefined : place.transcript.find(frame.replyTo);
        const attachments = frame.attachments.map(
          ({ id, name }): WireMedia => ({ id, name, type: media.typeOf(id), width: 0, height: 0, alt: name }),
        );
        const message = place.transcript.add({
          author: { id: event.person, name: event.name },
          client: frame.id,
          text: frame.text,
          attachments,
          ...(replied === undefined ? {} : { replyTo: { id: replied.id, excerpt: excerptOfMessage(replied) } }),
        });
        showMessage(place, message, guestIn);
      },
    });
  }

  async function press(connection: Connection, frame: PressFrame): Promise<void> {
    await accept(connection, frame.id, frame, {
      check(event) {
        const { form } = chat.plan(incomingOf(event, media, undefined, tutorNames));
        if (form === undefined || frame.form !== undefined) return undefined;
        const { id, message, route, label } = frame;
        connection.send({ type: 'form', id, message, route, label, form });
        // nothing was taken: the page presses again with what is typed
        return '';
      },
      async record(event, place) {
        const message = place.transcript.find(frame.message);
        const pressed = message?.pressed[event.person] ?? [];
        if (message !== undefined && frame.form === undefined && !pressed.includes(frame.route)) {
          place.transcript.change(message, { pressed: { ...message.pressed, [event.person]: [...pressed, frame.route] } });
          showMessage(place, message, guestIn);
        }
        if (frame.form === undefined) return;
        // what was typed is shown as said, but in a room not to others, who may be answering the same question
        const said = place.transcript.add({
          author: { id: event.person, name: event.name },
          client: frame.id,
          text: frame.form,
          attachments: [],
          ...(place.room === undefined ? {} : { only: event.person }),
          ...(message === undefined ? {} : { replyTo: { id: message.id, excerpt: excerptOfMessage(message) } }),
        });
        showMessage(place, said, guestIn);
      },
    });
  }

  async function rename(connection: Connection, name: string): Promise<void> {
    const clean = cleanName(name);
    if (clean === undefined) return;
    await memory.set(`name:${connection.person}`, clean);
    for (const place of await places.all()) {
      const own = [...place.connections].filter(({ person }) => person === connection.person);
      for (const page of own) {
        page.name = clean;
        page.send({ type: 'named', name: clean });
      }
      if (own.length > 0) showPeople(place);
    }
  }

  async function changeLanguage(connection: Connection, id: string, language: Language): Promise<void> {
    connection.hint = language;
    const spoken = await chat.languageOf({ id: connection.person, language }, 'web');
    if (spoken === language) {
      await followLanguage(connection);
      return;
    }
    // the person has chosen a language for the tutor on every platform: the page's switch changes that choice in the open, as they would
    const command = chat.commands.find(({ options }) => options.language?.kind === 'choice' && options.language.values.includes(language));
    if (command !== undefined) await accept(connection, id, { type: 'command', name: command.name, values: { language } }, {});
  }

  async function followLanguage(connection: Connection): Promise<void> {
    const language = await chat.languageOf({ id: connection.person, language: connection.hint }, 'web');
    if (language === connection.language) return;
    connection.language = language;
    connection.send({ type: 'speech', speech: speechIn(language, chat) });
    if (connection.place !== undefined) showPeople(connection.place);
  }

  /** Queues the event behind what the same person asked before; resolves as soon as it is queued. */
  async function take(event: WebEvent, place: Place): Promise<void> {
    const incoming = incomingOf(event, media, repliedMessage(event, place), tutorNames);
    const plan = chat.plan(incoming);
    const shown = plan.acknowledge === 'private' ? 'asker' : 'everyone';
    const key = `${event.person}.${event.id}`;
    place.running.set(key, { person: event.person, name: event.name, id: event.id, shown });
    if (plan.answers) {
      broadcast(
        place,
        ({ person, language }) => ({
          type: 'working',
          event: eventFor(event, person),
          own: person === event.person,
          name: event.name || guestIn(language),
        }),
        shown === 'asker' ? event.person : undefined,
      );
    }
    const queue = queues.get(event.person) ?? { last: Promise.resolve(), waiting: 0 };
    queues.set(event.person, queue);
    queue.waiting++;
    const leaveQueue = () => {
      queue.waiting--;
      if (queue.waiting === 0) queues.delete(event.person);
    };
    // what works for long begins in its turn, but nothing waits for its end
    queue.last = queue.last.then(async () => {
      const answered = answer(event, place, incoming, shown);
      if (plan.long === true) {
        longWork.add(answered);
        void answered.finally(() => longWork.delete(answered));
      } else await answered;
      leaveQueue();
    });
  }

  /** Never rejects. */
  async function answer(event: WebEvent, place: Place, incoming: Incoming, shown: 'everyone' | 'asker'): Promise<void> {
    const key = `${event.person}.${event.id}`;
    try {
      const language = await chat.languageOf(incoming.who, 'web');
      const surface = createSurface({ place, event, shown, media, t: chat.translate(language), guestIn });
      await chat.handle(incoming, surface);
      await surface.close();
      await place.transcript.written();
      await memory.delete(pendingKey(event));
      for (const connection of place.connections) if (connection.person === event.person) await followLanguage(connection);
    } catch (err) {
      log.error({ err, event: incoming.id }, 'the web chat could not finish an event; check the database');
    } finally {
      place.running.delete(key);
      broadcast(place, ({ person }) => ({ type: 'done', event: eventFor(event, person) }));
    }
  }

  async function deliver(person: string, reply: Reply, language: Language): Promise<void> {
    const encoded = await encodeReply(reply, media, chat.translate(language));
    const transcript = await places.visit(placeKey(person, undefined), undefined, (place) => {
      showMessage(place, place.transcript.add({ text: '', attachments: [], reply: encoded }), guestIn);
      return place.transcript;
    });
    await transcript.written();
  }

  async function forget(person: string): Promise<void> {
    const transcript = await places.visit(placeKey(person, undefined), undefined, (place) => {
      place.transcript.clear();
      for (const connection of place.connections) sendConversation(connection, place, 0);
      return place.transcript;
    });
    await transcript.written();
    await memory.delete(`name:${person}`);
  }

  async function resume(): Promise<void> {
    for (const { key, value } of await memory.list('pending:')) {
      const { event, tries } = JSON.parse(value) as { event: WebEvent; tries: number };
      if (tries >= MAX_TRIES) {
        await memory.delete(key);
        log.warn({ event: event.id }, 'a message of the web chat was given up: the tutor stopped each time it was answered');
        continue;
      }
      await memory.set(key, JSON.stringify({ event, tries: tries + 1 }));
      await places.visit(placeKey(event.person, event.room), event.room, (place) => take(event, place));
    }
  }

  return {
    enter,
    leave,
    say,
    press,
    rename,
    changeLanguage,
    deliver,
    forget,
    resume,
    async settled() {
      await Promise.all([...queues.values()].map(({ last }) => last));
      await Promise.all(longWork);
      for (const place of await places.all()) await place.transcript.written();
    },
  };
}

function repliedMessage({ asked }: WebEvent, place: Place): StoredMessage | undefined {
  return asked.type === 'say' && asked.replyTo !== undefined ? place.transcript.find(asked.replyTo) : undefined;
}

function excerptOfMessage({ text, reply, attachments }: StoredMessage): string {
  if (text !== '') return excerptOf(text);
  const spoken =
    reply?.blocks.flatMap((block) => ('spans' in block && block.type !== 'spoiler' ? block.spans.map((span) => span.text) : [])) ?? [];
  return excerptOf(spoken.join(' ')) || excerptOf(reply?.media[0]?.alt ?? attachments[0]?.name ?? '…');
}
