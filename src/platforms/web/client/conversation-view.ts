import type { PageContext } from './context.ts';
import { element, icon } from './dom.ts';
import { createMessageView, type Delivery, type MessageView } from './message-view.ts';
import type { WireMessage } from './wire.ts';

/** Messages of one person that follow each other within this time stand together, milliseconds. */
const TOGETHER_MS = 5 * 60_000;
/** So near to the end, in CSS pixels, the view follows new messages. */
const NEAR_END_PX = 120;

/** A message that is higher than the screen is shown from a little above its beginning, CSS pixels. */
const READ_FROM_PX = 12;

interface Shown {
  message: WireMessage;
  view: MessageView;
  /** Set for one's own messages that the server has not shown yet. */
  delivery?: Delivery;
}

export interface ConversationView {
  node: HTMLElement;
  clear(): void;
  show(message: WireMessage): void;
  /** A message of one's own before the server has it. */
  showOutgoing(message: WireMessage, delivery: Delivery): void;
  removeOutgoing(client: string): void;
  setBusy(message: string, route: string, busy: boolean): void;
  setWorking(event: string, label: string): void;
  setProgress(event: string, fraction: number, note: string): void;
  setDone(event: string): void;
  /** While a whole conversation is filled in, screen readers are not told each message. */
  fill(action: () => void): void;
  scrollToEnd(): void;
}

/** The conversation: messages in order, days between them, and the tutor at work. */
export function createConversationView(context: PageContext): ConversationView {
  const { t } = context;
  const shown = new Map<string, Shown>();
  const log = element('div', { class: 'log', role: 'log', 'aria-label': t('web-conversation') });
  const working = new Map<string, { node: HTMLElement; note: HTMLElement; bar: HTMLProgressElement }>();
  const work = element('div', { class: 'working-list', role: 'status' });
  const column = element('div', { class: 'column' }, log, work);
  const scroller = element('div', { class: 'scroller', tabindex: -1 }, column);
  const jump = element('button', { type: 'button', class: 'jump', onclick: () => scrollToEnd() }, icon('down'), t('web-new-messages'));
  const empty = element('p', { class: 'empty' }, t('web-room-empty'));
  const node = element('div', { class: 'conversation' }, scroller, jump);
  let following = true;
  let atEnd = true;

  const nearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  const ordered = () => [...shown.values()].sort((a, b) => order(a) - order(b) || a.message.at - b.message.at);
  const order = ({ message, delivery }: Shown) => (delivery === undefined ? message.seq : Number.MAX_SAFE_INTEGER);

  function scrollToEnd(): void {
    scroller.scrollTop = scroller.scrollHeight;
    following = true;
    jump.classList.remove('wanted');
  }

  /** Brings the newest message into view: its end, but never past its beginning, which is where one reads first. */
  function follow(): void {
    const newest = ordered().at(-1)?.view.node;
    const end = scroller.scrollHeight - scroller.clientHeight;
    const beginning = newest?.classList.contains('tutor') ? newest.offsetTop - column.offsetTop - READ_FROM_PX : end;
    // never back up: that would take away what is being read
    scroller.scrollTop = Math.max(scroller.scrollTop, Math.min(end, beginning));
  }

  let lastTop = 0;
  scroller.addEventListener('scroll', () => {
    if (scroller.scrollTop < lastTop - 2) following = false;
    lastTop = scroller.scrollTop;
    atEnd = nearEnd();
    if (!atEnd) return;
    following = true;
    jump.classList.remove('wanted');
  });
  // pictures grow when they load
  new ResizeObserver(() => following && follow()).observe(column);
  // the keyboard of a phone takes room: who was at the end stays there
  new ResizeObserver(() => atEnd && scrollToEnd()).observe(scroller);

  function put(key: string, message: WireMessage, delivery?: Delivery): void {
    const before = shown.get(key);
    if (before !== undefined && delivery === undefined && before.delivery === undefined && sameLook(before.message, message)) {
      before.message = message;
      before.view.setPressed(message.pressed);
      return;
    }
    const view = createMessageView(message, context, delivery);
    const focusedRoute = before?.view.node.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.route
      : undefined;
    const entry: Shown = { message, view, ...(delivery === undefined ? {} : { delivery }) };
    if (before !== undefined) {
      keepPictures(before.view.node, view.node);
      before.view.node.replaceWith(view.node);
      shown.set(key, entry);
    } else {
      shown.set(key, entry);
      const next = ordered()[ordered().indexOf(entry) + 1];
      log.insertBefore(view.node, next?.view.node ?? null);
    }
    arrange();
    if (focusedRoute !== undefined) focusIn(view.node, focusedRoute);
    if (view.node.classList.contains('own')) scrollToEnd();
    else if (following) follow();
    else if (before === undefined) {
      jump.classList.add('wanted');
    }
    if (before === undefined && delivery === undefined) focusAnswer(view);
  }

  /** Somebody who is writing is brought to the answer's field; a phone's keyboard is never opened unasked. */
  function focusAnswer(view: MessageView): void {
    const typing = document.activeElement;
    const idle = typing === document.body || (typing instanceof HTMLTextAreaElement && typing.value === '');
    if (idle && !filling && matchMedia('(hover: hover)').matches) view.answerField?.focus({ preventScroll: true });
  }

  /** Puts days between messages and groups what belongs together. */
  function arrange(): void {
    for (const old of log.querySelectorAll('.day')) old.remove();
    let previous: Shown | undefined;
    for (const entry of ordered()) {
      const { message, view } = entry;
      const sameDay = previous !== undefined && dayOf(previous.message.at) === dayOf(message.at);
      if (!sameDay) log.insertBefore(element('p', { class: 'day' }, element('span', {}, dayLabel(message.at, context))), view.node);
      const together =
        sameDay &&
        previous !== undefined &&
        previous.message.author?.id === message.author?.id &&
        message.at - previous.message.at < TOGETHER_MS;
      view.node.classList.toggle('together', together);
      previous = entry;
    }
    if (shown.size === 0 && context.room !== undefined) log.append(empty);
    else empty.remove();
  }

  let filling = false;
  return {
    node,
    clear() {
      shown.clear();
      working.clear();
      work.replaceChildren();
      log.replaceChildren();
      arrange();
    },
    show(message) {
      if (message.client !== undefined) this.removeOutgoing(message.client);
      put(message.id, message);
    },
    showOutgoing(message, delivery) {
      if ([...shown.values()].some((entry) => entry.delivery === undefined && entry.message.client === message.client)) return;
      put(`client ${message.client}`, message, delivery);
    },
    removeOutgoing(client) {
      const key = `client ${client}`;
      shown.get(key)?.view.node.remove();
      if (shown.delete(key)) arrange();
    },
    setBusy(message, route, busy) {
      shown.get(message)?.view.setBusy(route, busy);
    },
    setWorking(event, label) {
      if (working.has(event)) return;
      const note = element('span', { class: 'note' }, label);
      const bar = element('progress', { max: 1, 'aria-label': t('web-working-state'), hidden: true });
      const dots = element('span', { class: 'dots', 'aria-hidden': 'true' }, element('i'), element('i'), element('i'));
      const line = element('div', { class: 'working' }, element('div', {}, dots, note), bar);
      working.set(event, { node: line, note, bar });
      work.append(line);
    },
    setProgress(event, fraction, note) {
      const line = working.get(event);
      if (line === undefined) return;
      if (note !== '') line.note.textContent = note;
      line.bar.hidden = false;
      line.bar.value = fraction;
    },
    setDone(event) {
      working.get(event)?.node.remove();
      working.delete(event);
    },
    fill(action) {
      filling = true;
      log.setAttribute('aria-busy', 'true');
      action();
      log.removeAttribute('aria-busy');
      filling = false;
    },
    scrollToEnd,
  };
}

/** True when nothing but the pressed buttons differs: then nothing is drawn anew, and an opened solution stays open. */
function sameLook(a: WireMessage, b: WireMessage): boolean {
  const look = ({ reply, text, because, attachments }: WireMessage) => JSON.stringify([reply, text, because, attachments]);
  return look(a) === look(b);
}

/** A picture that takes another's place shows that one until it is loaded, so that nothing flickers. */
function keepPictures(before: HTMLElement, after: HTMLElement): void {
  const old = [...before.querySelectorAll('img')];
  after.querySelectorAll('img').forEach((image, index) => {
    const previous = old[index];
    if (previous === undefined || previous.src === image.src) return;
    image.style.background = `url("${previous.src}") center / contain no-repeat`;
    image.addEventListener('load', () => image.style.removeProperty('background'), { once: true });
  });
}

function focusIn(node: HTMLElement, route: string): void {
  const same = [...node.querySelectorAll<HTMLElement>('[data-route]')].find((button) => button.dataset.route === route);
  const next = same ?? node.querySelector<HTMLElement>('[data-route]') ?? node;
  if (next === node) node.tabIndex = -1;
  next.focus({ preventScroll: true });
}

function dayOf(at: number): string {
  return new Date(at).toDateString();
}

function dayLabel(at: number, { t, language }: PageContext): string {
  const day = 24 * 60 * 60_000;
  if (dayOf(at) === dayOf(Date.now())) return t('web-today');
  if (dayOf(at) === dayOf(Date.now() - day)) return t('web-yesterday');
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}
