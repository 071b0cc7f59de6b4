import { type Composer, createComposer } from './composer.ts';
import { createConnection, type Outgoing, type Sendable } from './connection.ts';
import type { PageContext } from './context.ts';
import { type ConversationView, createConversationView } from './conversation-view.ts';
import { ask } from './dialogs.ts';
import { element, iconButton, newId } from './dom.ts';
import { askName, type ConnectionState, createHeader, type Header } from './header.ts';
import { fill } from './page-texts.ts';
import { openPictureViewer } from './picture-viewer.ts';
import { createTopics } from './topics.ts';
import type { Language, Ready, ServerFrame, Session, Speech, WireMessage } from './wire.ts';

/** How long a notice stays, milliseconds. */
const NOTICE_MS = 8000;
const NAME_ASKED_KEY = 'convtutor-name-asked';

const room = new URLSearchParams(location.search).get('room') ?? undefined;
const messages = new Map<string, WireMessage>();
/** Presses that are being answered, by client id. */
const presses = new Map<string, { message: string; route: string }>();
/** What the tutor is working at, by event. */
const working = new Map<string, { own: boolean; name: string }>();
const refused = new Map<string, { outgoing: Outgoing; reason: string }>();
let you = { id: '', name: '' };
let speech: Speech;
let maxUploadBytes = 0;
let language: string = navigator.language;
let state: ConnectionState = 'connecting';
let people: { names: string[]; text: string } | undefined;
/** The room as the server understood it; undefined in one's own chat. */
let joined: string | undefined = room;

let header: Header;
let conversation: ConversationView;
let composer: Composer;
const notices = element('div', { class: 'notices', role: 'alert' });

const t: PageContext['t'] = (key, values = {}) => fill(speech.texts[key], values);

const connection = createConnection(room ?? '', {
  hello: () => ({
    type: 'hello',
    language,
    after: Math.max(0, ...[...messages.values()].map(({ revision }) => revision)),
    ...(room === undefined ? {} : { room }),
  }),
  onFrame: takeFrame,
  onState(next) {
    state = next;
    header?.setState(next);
  },
  async session() {
    const response = await fetch(`/session?language=${encodeURIComponent(language)}`, { method: 'POST' });
    if (!response.ok) throw new Error(`the session was refused: ${response.status}`);
    const session = (await response.json()) as Session;
    maxUploadBytes = session.maxUploadBytes;
    if (speech === undefined) {
      speech = session.speech;
      build();
    }
  },
});

const context: Omit<PageContext, 'room'> = {
  t,
  language: () => speech.language,
  commands: () => speech.commands,
  you: () => you,
  maxUploadBytes: () => maxUploadBytes,
  press(message, route, label, form) {
    post({ type: 'press', id: newId(), message: message.id, route, label, ...(form === undefined ? {} : { form }) });
  },
  say(text, attachments, replyTo) {
    const plain = attachments.map(({ id, name }) => ({ id, name }));
    post({ type: 'say', id: newId(), text, attachments: plain, ...(replyTo === undefined ? {} : { replyTo }) });
  },
  startReply: (message) => composer.replyTo(message, excerptOf(message)),
  openPicture: (picture) => openPictureViewer(picture, { ...context, room: joined }),
  resend(client) {
    const entry = refused.get(client);
    if (entry === undefined) return;
    context.discard(client);
    post({ ...entry.outgoing.frame, id: newId() });
  },
  discard(client) {
    refused.delete(client);
    conversation.removeOutgoing(client);
  },
  notify,
};

/** Draws the whole page in the current language; what was typed stays. */
function build(): void {
  const page: PageContext = { ...context, room: joined };
  const draft = composer?.draft() ?? { text: '', files: [] };
  const focused = document.activeElement;
  document.documentElement.lang = speech.language;
  document.title = joined === undefined ? t('web-title') : `${t('web-room', { room: joined })} · ${t('web-title')}`;
  header = createHeader(page, { changeLanguage, rename: (name) => connection.tell({ type: 'name', name }) });
  conversation = createConversationView(page);
  composer = createComposer(page, draft);
  const skip = element('a', { class: 'skip', href: '#field' }, t('web-skip'));
  const main = element('main', {}, conversation.node, element('div', { class: 'dock' }, notices, composer.node));
  const topics = createTopics(page, (text) => composer.begin(text));
  document.getElementById('app')!.replaceChildren(skip, header.node, element('div', { class: 'layout' }, topics, main), createDropZone());
  header.setState(state);
  header.setName(you.name);
  if (people !== undefined) header.setPeople(people.names, people.text);
  showAll();
  keepFocus(focused);
}

/** The elements are new, but who was in the field or at the language's button is still there. */
function keepFocus(before: Element | null): void {
  const same = before === null || before.id === '' ? null : document.getElementById(before.id);
  same?.focus({ preventScroll: true });
  if (before instanceof HTMLTextAreaElement && same instanceof HTMLTextAreaElement)
    same.setSelectionRange(before.selectionStart, before.selectionEnd);
}

function showAll(): void {
  conversation.fill(() => {
    conversation.clear();
    for (const message of messages.values()) conversation.show(message);
    for (const outgoing of connection.unsent()) showOutgoing(outgoing);
    for (const { outgoing, reason } of refused.values()) showOutgoing(outgoing, reason);
    for (const [event, { own, name }] of working) showWorking(event, own, name);
    for (const { message, route } of presses.values()) conversation.setBusy(message, route, true);
  });
  conversation.scrollToEnd();
}

function createDropZone(): HTMLElement {
  return element('div', { class: 'drop', 'aria-hidden': 'true' }, element('span', {}, t('web-drop')));
}

function post(frame: Sendable): void {
  connection.post(frame);
  if (frame.type === 'press') {
    presses.set(frame.id, { message: frame.message, route: frame.route });
    conversation.setBusy(frame.message, frame.route, true);
  }
  showOutgoing({ frame, place: room ?? '', at: Date.now() });
}

/** A message of one's own before the server shows it; presses without typed answers have none. */
function showOutgoing({ frame, at }: Outgoing, reason?: string): void {
  const text = frame.type === 'say' ? frame.text : frame.form;
  if (text === undefined) return;
  // their types are known when the server shows the message; until then the names stand for them
  const attachments =
    frame.type === 'say'
      ? frame.attachments.map(({ id, name }) => ({ id, name, type: typeByName(id), width: 0, height: 0, alt: name }))
      : [];
  const message: WireMessage = {
    id: `client-${frame.id}`,
    seq: 0,
    revision: 0,
    at,
    author: you,
    onlyYou: false,
    client: frame.id,
    text,
    attachments,
    pressed: [],
  };
  conversation.showOutgoing(message, reason === undefined ? { state: 'sending' } : { state: 'refused', reason });
}

function typeByName(id: string): string {
  return /\.(png|jpg|gif|webp|avif)$/.test(id) ? 'image/*' : '';
}

function takeFrame(frame: ServerFrame): void {
  switch (frame.type) {
    case 'ready':
      takeReady(frame);
      break;
    case 'speech':
      // sent at every connection; drawn anew only when the language is another one or the tutor has learned new commands
      if (JSON.stringify(speech) === JSON.stringify(frame.speech)) break;
      speech = frame.speech;
      build();
      break;
    case 'message':
      messages.set(frame.message.id, frame.message);
      conversation.show(frame.message);
      break;
    case 'accepted':
      connection.settle(frame.id);
      break;
    case 'refused':
      takeRefusal(frame.id, frame.text);
      break;
    case 'working':
      working.set(frame.event, frame);
      showWorking(frame.event, frame.own, frame.name);
      break;
    case 'progress':
      conversation.setProgress(frame.event, frame.fraction, frame.note);
      break;
    case 'done':
      working.delete(frame.event);
      conversation.setDone(frame.event);
      releasePress(frame.event);
      break;
    case 'people':
      people = { names: frame.people.map(({ name }) => name), text: frame.text };
      header.setPeople(people.names, people.text);
      break;
    case 'named':
      you = { ...you, name: frame.name };
      header.setName(frame.name);
      break;
    case 'form':
      void askForm(frame);
      break;
  }
}

function takeReady(ready: Ready): void {
  you = ready.you;
  working.clear();
  if (ready.complete) messages.clear();
  for (const message of ready.messages) messages.set(message.id, message);
  // what the server has neither waiting nor under way was answered while there was no connection
  const waiting = new Set([...ready.running, ...connection.unsent().map(({ frame }) => frame.id)]);
  for (const id of [...presses.keys()]) if (!waiting.has(id)) presses.delete(id);
  if (joined !== ready.room) {
    joined = ready.room;
    build();
  } else {
    header.setName(you.name);
    showAll();
  }
  if (joined !== undefined && you.name === '') void askNameOnce();
}

async function askNameOnce(): Promise<void> {
  if (sessionStorage.getItem(NAME_ASKED_KEY) !== null || document.querySelector('dialog[open]') !== null) return;
  sessionStorage.setItem(NAME_ASKED_KEY, '1');
  const name = await askName({ ...context, room: joined });
  if (name !== undefined) connection.tell({ type: 'name', name });
}

function takeRefusal(id: string | undefined, text: string): void {
  const outgoing = connection.unsent().find(({ frame }) => frame.id === id);
  if (id !== undefined) {
    connection.settle(id);
    releasePress(id);
  }
  if (outgoing === undefined || (outgoing.frame.type === 'press' && outgoing.frame.form === undefined)) {
    notify(text);
    return;
  }
  refused.set(outgoing.frame.id, { outgoing, reason: text });
  showOutgoing(outgoing, text);
}

function releasePress(id: string): void {
  const press = presses.get(id);
  if (press === undefined) return;
  presses.delete(id);
  conversation.setBusy(press.message, press.route, false);
}

function showWorking(event: string, own: boolean, name: string): void {
  conversation.setWorking(event, own || joined === undefined ? t('web-working') : t('web-working-for', { name }));
}

async function askForm({ id, message, route, label, form }: Extract<ServerFrame, { type: 'form' }>): Promise<void> {
  connection.settle(id);
  releasePress(id);
  const value = await ask(
    {
      title: form.title,
      label: form.label,
      submit: t('web-answer-send'),
      ...(form.placeholder === undefined ? {} : { placeholder: form.placeholder }),
      maxLength: form.maxLength ?? 500,
    },
    { ...context, room: joined },
  );
  if (value !== undefined) post({ type: 'press', id: newId(), message, route, label, form: value });
}

function changeLanguage(): void {
  const next: Language = speech.language === 'ru' ? 'en' : 'ru';
  language = next;
  connection.tell({ type: 'language', id: newId(), language: next });
}

function excerptOf({ text, reply, attachments }: WireMessage): string {
  const spoken =
    reply?.blocks.flatMap((block) => ('spans' in block && block.type !== 'spoiler' ? block.spans.map((span) => span.text) : [])) ?? [];
  const whole = text || spoken.join(' ') || reply?.media[0]?.alt || attachments[0]?.name || '…';
  return whole.length > 80 ? `${whole.slice(0, 79)}…` : whole;
}

function notify(text: string): void {
  const notice = element(
    'p',
    { class: 'notice' },
    element('span', {}, text),
    iconButton('close', t('web-close'), () => notice.remove(), 'small'),
  );
  notices.replaceChildren(notice);
  setTimeout(() => notice.remove(), NOTICE_MS);
}

/** Pictures dropped anywhere on the page go into the next message. */
function takeDrops(): void {
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const mark = (over: boolean) => document.body.classList.toggle('dropping', over);
  addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    mark(true);
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  addEventListener('drop', (event) => {
    mark(false);
    if (!carriesFiles(event)) return;
    event.preventDefault();
    composer.addFiles(event.dataTransfer?.files ?? []);
    composer.focus();
  });
}

takeDrops();
connection.start();
