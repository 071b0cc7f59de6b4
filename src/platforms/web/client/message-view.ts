import { blockView } from './blocks-view.ts';
import { mediaUrl, type PageContext } from './context.ts';
import { element, icon, iconButton } from './dom.ts';
import type { WireButton, WireMedia, WireMessage, WireQuiz, WireReply } from './wire.ts';

/** How a message of one's own stands: taken by the server, on its way, or refused for a reason. */
export type Delivery = { state: 'taken' } | { state: 'sending' } | { state: 'refused'; reason: string };

export interface MessageView {
  node: HTMLElement;
  /** Shows a button as working, or ready again. */
  setBusy(route: string, busy: boolean): void;
  setPressed(routes: readonly string[]): void;
  /** The field for a typed answer, where the message asks for one. */
  answerField: HTMLInputElement | undefined;
}

/** One message: the learners' as bubbles, the tutor's as part of the page. */
export function createMessageView(message: WireMessage, context: PageContext, delivery: Delivery = { state: 'taken' }): MessageView {
  const { t } = context;
  const own = message.author?.id === context.you().id || delivery.state !== 'taken';
  const author = message.author === undefined ? t('web-tutor') : message.author.name;
  const body = element('div', { class: 'body' });
  if (message.because !== undefined) body.append(becauseView(message.because, context));
  if (message.replyTo !== undefined)
    body.append(element('p', { class: 'quoted' }, icon('reply'), element('span', {}, message.replyTo.excerpt)));
  if (message.text !== '') body.append(element('p', { class: 'said' }, message.text));
  body.append(...message.attachments.map((media) => mediaView(media, context)));
  if (message.reply !== undefined) appendReply(body, message, message.reply, context);
  const node = element(
    'article',
    {
      class: [
        'message',
        own ? 'own' : message.author === undefined ? 'tutor' : 'other',
        delivery.state,
        message.reply?.failed ? 'failed' : '',
      ]
        .filter(Boolean)
        .join(' '),
      'data-id': message.id,
      'aria-label': `${author}, ${timeOf(message.at, context)}`,
    },
    element(
      'p',
      { class: 'who', 'aria-hidden': 'true' },
      message.author === undefined ? mark() : initial(author),
      element('span', {}, author),
    ),
    body,
    metaView(message, context, delivery),
  );
  const buttonsOf = (route: string) =>
    [...node.querySelectorAll<HTMLButtonElement>('button[data-route]')].filter((button) => button.dataset.route === route);
  const view: MessageView = {
    node,
    setBusy(route, busy) {
      for (const button of buttonsOf(route)) {
        button.setAttribute('aria-disabled', String(busy));
        button.setAttribute('aria-busy', String(busy));
      }
    },
    setPressed(routes) {
      for (const button of node.querySelectorAll<HTMLButtonElement>('button[data-route]')) {
        button.setAttribute('aria-pressed', String(routes.includes(button.dataset.route ?? '')));
      }
    },
    answerField: node.querySelector<HTMLInputElement>('.typed input') ?? undefined,
  };
  view.setPressed(message.pressed);
  return view;
}

/** The tutor's mark: nine pixels, four of them under a kernel. */
function mark(): HTMLElement {
  return element('span', { class: 'mark' }, ...Array.from({ length: 9 }, () => element('i')));
}

function initial(name: string): HTMLElement {
  // the same name has the same color, of a few that read well on both themes
  const hue = [...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % 6;
  return element('span', { class: `initial hue-${hue}` }, [...name][0]?.toUpperCase() ?? '·');
}

function becauseView({ name, label, pressed }: NonNullable<WireMessage['because']>, { room }: PageContext): HTMLElement {
  return element(
    'p',
    { class: 'because' },
    icon('reply'),
    element('span', {}, room === undefined ? '' : `${name}: `, pressed ? element('b', {}, label) : label),
  );
}

function appendReply(body: HTMLElement, message: WireMessage, reply: WireReply, context: PageContext): void {
  if (reply.failed) body.append(element('span', { class: 'visually-hidden' }, `${context.t('web-failed')}: `));
  body.append(...reply.blocks.map((block) => blockView(block, context)), ...reply.media.map((media) => mediaView(media, context)));
  if (reply.quiz !== undefined) body.append(quizView(message, reply.quiz, context));
  const rows = reply.buttons.map((row) => element('div', { class: 'row' }, ...row.map((button) => buttonView(message, button, context))));
  if (rows.length > 0) body.append(element('div', { class: 'buttons' }, ...rows));
}

function buttonView(message: WireMessage, { label, route, link }: WireButton, { press }: PageContext): HTMLElement {
  if (route === undefined) {
    return element('a', { class: 'button', href: link, target: '_blank', rel: 'noopener noreferrer' }, label, icon('external'));
  }
  const button = element('button', { type: 'button', class: 'button', 'data-route': route }, label);
  onPress(button, () => press(message, route, label));
  return button;
}

/** While its press is being answered a button stays focusable but does nothing. */
function onPress(button: HTMLButtonElement, action: () => void): void {
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') action();
  });
}

function quizView(message: WireMessage, { choices, typed }: WireQuiz, context: PageContext): HTMLElement {
  const box = element('div', { class: 'quiz' });
  if (choices.length > 0) {
    const items = choices.map(({ label, route }, index) => {
      const letter = element('span', { class: 'letter', 'aria-hidden': 'true' }, String.fromCharCode(65 + index));
      const button = element('button', { type: 'button', class: 'choice', 'data-route': route }, letter, element('span', {}, label));
      onPress(button, () => context.press(message, route, label));
      return element('li', {}, button);
    });
    box.append(element('ol', { class: 'choices' }, ...items));
  }
  if (typed !== undefined) {
    const { form, route, label } = typed;
    const input = element('input', {
      type: 'text',
      class: 'field',
      'aria-label': form.label,
      placeholder: form.placeholder ?? form.label,
      maxlength: form.maxLength,
      autocomplete: 'off',
      enterkeyhint: 'send',
    });
    const send = element('button', { type: 'submit', class: 'button strong', 'data-route': route }, context.t('web-answer-send'));
    const onsubmit = (event: SubmitEvent) => {
      event.preventDefault();
      const answer = input.value.trim();
      if (answer === '' || send.getAttribute('aria-disabled') === 'true') return input.focus();
      context.press(message, route, label, answer);
      input.value = '';
    };
    box.append(element('form', { class: 'typed', onsubmit }, input, send));
  }
  return box;
}

function mediaView(media: WireMedia, { t, openPicture }: PageContext): HTMLElement {
  const { name, type, width, height, alt } = media;
  if (!type.startsWith('image/'))
    return element('a', { class: 'file', href: mediaUrl(media), download: name }, icon('download'), element('span', {}, name));
  const size = width > 0 && height > 0 ? { width, height } : {};
  const still = type === 'image/gif' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  const url = mediaUrl(media);
  return element(
    'button',
    {
      type: 'button',
      class: still ? 'picture still' : 'picture',
      'aria-label': t(still ? 'web-play-picture' : 'web-open-picture', { alt: alt || name }),
      onclick: () => openPicture(media),
    },
    still ? firstFrame(url, size) : element('img', { src: url, alt, ...size, decoding: 'async' }),
    element('span', { class: 'enlarge', 'aria-hidden': 'true' }, icon(still ? 'play' : 'expand')),
  );
}

/** An animation that stands still; opened large it moves. What it shows is said by the button around it. */
function firstFrame(url: string, size: { width?: number; height?: number }): HTMLCanvasElement {
  const canvas = element('canvas', { ...size, 'aria-hidden': 'true' });
  const image = new Image();
  image.addEventListener('load', () => {
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
  });
  image.src = url;
  return canvas;
}

function metaView(message: WireMessage, context: PageContext, delivery: Delivery): HTMLElement {
  const { t, startReply, resend, discard } = context;
  const meta = element('footer', { class: 'meta' });
  if (message.onlyYou) meta.append(element('span', { class: 'private' }, icon('lock'), t('web-private')));
  if (delivery.state === 'sending') meta.append(element('span', {}, t('web-sending')));
  else if (delivery.state === 'refused') {
    const client = message.client ?? '';
    meta.append(
      element('span', { class: 'reason' }, `${t('web-not-sent')}: ${delivery.reason}`),
      element('button', { type: 'button', class: 'link', onclick: () => resend(client) }, icon('retry'), t('web-retry')),
      element('button', { type: 'button', class: 'link', onclick: () => discard(client) }, t('web-discard')),
    );
  } else {
    meta.append(
      element('time', { datetime: new Date(message.at).toISOString() }, timeOf(message.at, context)),
      iconButton('reply', t('web-reply'), () => startReply(message), 'quiet'),
    );
  }
  return meta;
}

function timeOf(at: number, { language }: PageContext): string {
  // en-GB and en-US write times differently: the browser knows which one the person uses
  const locale = navigator.languages.find((tag) => tag.startsWith(language())) ?? language();
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
}
