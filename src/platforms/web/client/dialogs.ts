import type { PageContext } from './context.ts';
import { element, iconButton } from './dom.ts';

/**
 * Opens a modal dialog with a title and a close button. The browser keeps the focus inside, closes it on Esc
 * and gives the focus back; a click beside it closes it too.
 */
export function openDialog(title: string, content: (Node | string)[], { t }: PageContext, className = ''): HTMLDialogElement {
  const heading = element('h2', { id: 'dialog-title' }, title);
  const dialog = element(
    'dialog',
    { class: className, 'aria-labelledby': 'dialog-title' },
    element(
      'header',
      {},
      heading,
      iconButton('close', t('web-close'), () => dialog.close()),
    ),
    ...content,
  );
  const opener = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export interface AskSettings {
  title: string;
  label: string;
  why?: string;
  value?: string;
  placeholder?: string;
  maxLength?: number;
  submit: string;
  /** A regular expression that the whole value must match, and the sentence for when it does not. */
  rule?: { pattern: RegExp; text: string };
}

/** Asks for one line; undefined when the person closes the dialog. */
export function ask(
  { title, label, why, value = '', placeholder, maxLength, submit, rule }: AskSettings,
  context: PageContext,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const input = element('input', {
      class: 'field',
      type: 'text',
      placeholder,
      maxlength: maxLength,
      autocomplete: 'off',
      required: true,
    });
    input.value = value;
    const onsubmit = (event: SubmitEvent) => {
      event.preventDefault();
      const typed = input.value.trim();
      if (rule !== undefined && !rule.pattern.test(typed)) {
        input.setCustomValidity(rule.text);
        input.reportValidity();
        return;
      }
      if (typed === '') return;
      resolve(typed);
      dialog.close();
    };
    input.addEventListener('input', () => input.setCustomValidity(''));
    const form = element(
      'form',
      { class: 'ask', onsubmit },
      why !== undefined && element('p', { class: 'why' }, why),
      element('label', {}, element('span', {}, label), input),
      element('div', { class: 'dialog-actions' }, element('button', { type: 'submit', class: 'button strong' }, submit)),
    );
    const dialog = openDialog(title, [form], context);
    dialog.addEventListener('close', () => resolve(undefined));
    input.focus();
    input.select();
  });
}
