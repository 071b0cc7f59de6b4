import { createAttachments } from './attachments.ts';
import { createCompletionList } from './completion-list.ts';
import type { PageContext } from './context.ts';
import { element, icon, iconButton } from './dom.ts';
import { openDrawingPad } from './drawing-pad.ts';
import type { WireMessage } from './wire.ts';

const MAX_LENGTH = 16_000;
/** What was sent before, for the arrow keys. */
const MAX_HISTORY = 50;
/** The command that reads a drawing. */
const READ_COMMAND = 'classify';

export interface Composer {
  node: HTMLElement;
  /** Puts a command into the field, ready for its options. */
  begin(text: string): void;
  replyTo(message: WireMessage | undefined, excerpt: string): void;
  addFiles(files: Iterable<File>): void;
  /** What is being written, for the field that takes this one's place when the language changes. */
  draft(): Draft;
  focus(): void;
}

export interface Draft {
  text: string;
  files: File[];
  reply?: { message: WireMessage; excerpt: string };
}

/** Sent messages outlive the field, which is made anew when the language changes. */
const history: string[] = [];

/** The field at the bottom, with everything that goes into a message. */
export function createComposer(context: PageContext, draft: Draft): Composer {
  const { t } = context;
  let reply: Draft['reply'];
  let recalled = 0;
  let sending = false;

  const field = element('textarea', {
    id: 'field',
    rows: 1,
    'aria-label': t('web-message-label'),
    placeholder: t(context.room === undefined ? 'web-placeholder' : 'web-placeholder-room'),
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  field.value = draft.text;
  const attachments = createAttachments(context, refresh);
  const completion = createCompletionList(field, context);
  const quoted = element('span', {});
  const replyBar = element(
    'div',
    { class: 'reply-bar', hidden: true },
    icon('reply'),
    quoted,
    iconButton('close', t('web-cancel-reply'), () => setReply(undefined, ''), 'small'),
  );
  const files = element('input', { type: 'file', accept: 'image/*', multiple: true, hidden: true, tabindex: -1, 'aria-hidden': 'true' });
  files.addEventListener('change', () => {
    attachments.add(files.files ?? []);
    files.value = '';
    field.focus();
  });
  const send = iconButton('send', t('web-send'), () => void submit(), 'send');
  const node = element(
    'div',
    { class: 'composer' },
    completion.node,
    replyBar,
    attachments.node,
    element(
      'div',
      { class: 'entry' },
      element(
        'div',
        { class: 'adders' },
        iconButton('picture', t('web-attach'), () => files.click()),
        iconButton('draw', t('web-draw'), draw),
        iconButton('slash', t('web-commands'), () => begin('/')),
      ),
      field,
      send,
    ),
    files,
  );

  function refresh(): void {
    const empty = field.value.trim() === '' && attachments.count() === 0;
    send.setAttribute('aria-disabled', String(empty || sending));
    node.classList.toggle('filled', !empty);
  }

  /** As high as its text, up to what the style allows. */
  function grow(): void {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  function changed(): void {
    grow();
    refresh();
    completion.update();
  }

  function setText(text: string): void {
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    changed();
  }

  function begin(text: string): void {
    field.focus();
    setText(text);
  }

  function setReply(message: WireMessage | undefined, excerpt: string): void {
    reply = message === undefined ? undefined : { message, excerpt };
    quoted.textContent = t('web-replying', { excerpt });
    replyBar.hidden = message === undefined;
  }

  async function submit(): Promise<void> {
    const text = field.value.trim();
    if (sending || (text === '' && attachments.count() === 0)) return;
    if (text.length > MAX_LENGTH) {
      context.notify(t('web-text-too-long', { limit: MAX_LENGTH }));
      return;
    }
    sending = true;
    refresh();
    const uploaded = await attachments.take();
    sending = false;
    if (uploaded === undefined) return refresh();
    context.say(text, uploaded, reply?.message.id);
    if (text !== '' && history.at(-1) !== text) history.push(text);
    if (history.length > MAX_HISTORY) history.shift();
    recalled = 0;
    reply = undefined;
    replyBar.hidden = true;
    // what was typed while the pictures were uploaded stays
    setText(field.value.trim() === text ? '' : field.value);
    completion.close();
  }

  /** ↑ in an empty field, and from there on, brings back what was sent. */
  function recall(step: 1 | -1): boolean {
    const untouched = field.value === '' || (recalled > 0 && field.value === history[history.length - recalled]);
    if (!untouched || history.length === 0) return false;
    const next = Math.min(history.length, Math.max(0, recalled + step));
    if (next === recalled) return false;
    recalled = next;
    setText(next === 0 ? '' : (history[history.length - next] ?? ''));
    completion.close();
    return true;
  }

  function draw(): void {
    const file = (drawing: Blob) => new File([drawing], `${t('web-drawing-name')}.png`, { type: 'image/png' });
    const reads = context.commands().some(({ name }) => name === READ_COMMAND);
    openDrawingPad(context, {
      attach: (drawing) => attachments.add([file(drawing)]),
      ...(reads
        ? {
            async read(drawing: Blob) {
              attachments.add([file(drawing)]);
              const uploaded = await attachments.take();
              if (uploaded !== undefined) context.say(`/${READ_COMMAND}`, uploaded);
            },
          }
        : {}),
    });
  }

  field.addEventListener('input', () => {
    recalled = 0;
    changed();
  });
  field.addEventListener('click', () => completion.update());
  field.addEventListener('blur', () => completion.close());
  field.addEventListener('keydown', (event) => {
    if (completion.takeKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void submit();
    } else if ((event.key === 'ArrowUp' && recall(1)) || (event.key === 'ArrowDown' && recall(-1))) event.preventDefault();
    else if (event.key === 'Escape' && reply !== undefined) setReply(undefined, '');
  });
  field.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    attachments.add(pasted);
  });
  attachments.add(draft.files);
  if (draft.reply !== undefined) setReply(draft.reply.message, draft.reply.excerpt);
  refresh();
  requestAnimationFrame(grow);
  return {
    node,
    begin,
    replyTo(message, excerpt) {
      setReply(message, excerpt);
      field.focus();
    },
    addFiles: attachments.add,
    draft: () => ({ text: field.value, files: attachments.files(), ...(reply === undefined ? {} : { reply }) }),
    focus: () => field.focus(),
  };
}
