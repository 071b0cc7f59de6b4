import { type Completion, complete } from './completion.ts';
import type { PageContext } from './context.ts';
import { element } from './dom.ts';

export interface CompletionList {
  node: HTMLElement;
  /** Looks at the field again, after typing or moving. */
  update(): void;
  /** True when the key was for the list. */
  takeKey(event: KeyboardEvent): boolean;
  close(): void;
}

/** The list of commands, options and values above the field: a combobox's listbox, so the focus stays in the field. */
export function createCompletionList(field: HTMLTextAreaElement, context: PageContext): CompletionList {
  const { t } = context;
  const node = element('ul', {
    id: 'suggestions',
    class: 'suggestions',
    role: 'listbox',
    'aria-label': t('web-suggestions'),
    hidden: true,
  });
  let current: Completion | undefined;
  let active = -1;
  /** Esc closes the list until the text changes. */
  let dismissed: string | undefined;
  const setAll = (attributes: Record<string, string>) => {
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  };
  setAll({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': 'suggestions',
    'aria-expanded': 'false',
    'aria-haspopup': 'listbox',
  });

  function choose(index: number): void {
    active = index;
    const options = [...node.children];
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === index));
    const chosen = options[index];
    if (chosen === undefined) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    }
  }

  function close(): void {
    current = undefined;
    node.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  function accept(index: number): void {
    const suggestion = current?.suggestions[index];
    if (current === undefined || suggestion === undefined) return;
    field.focus();
    field.setRangeText(suggestion.insert, current.from, field.selectionStart, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function update(): void {
    const words = { required: t('web-option-required'), byDefault: (value: string) => t('web-option-default', { value }) };
    const found = field.value === dismissed ? undefined : complete(field.value, field.selectionStart, context.commands(), words);
    if (found === undefined) {
      close();
      return;
    }
    dismissed = undefined;
    current = found;
    node.replaceChildren(
      ...found.suggestions.map(({ label, detail }, index) =>
        element(
          'li',
          {
            id: `suggestion-${index}`,
            class: 'suggestion',
            role: 'option',
            'aria-selected': 'false',
            // before the field would lose the focus
            onpointerdown: (event: PointerEvent) => event.preventDefault(),
            onclick: () => accept(index),
          },
          element('b', {}, label),
          detail !== '' && element('span', {}, detail),
        ),
      ),
    );
    node.hidden = false;
    node.scrollTop = 0;
    field.setAttribute('aria-expanded', 'true');
    choose(found.eager ? 0 : -1);
  }

  function takeKey(event: KeyboardEvent): boolean {
    if (current === undefined || event.isComposing) return false;
    const count = current.suggestions.length;
    if (event.key === 'ArrowDown') choose((active + 1) % count);
    else if (event.key === 'ArrowUp') choose(active <= 0 ? count - 1 : active - 1);
    else if (event.key === 'Tab' && !event.shiftKey) accept(Math.max(active, 0));
    else if (event.key === 'Enter' && !event.shiftKey && active >= 0) accept(active);
    else if (event.key === 'Escape') {
      dismissed = field.value;
      close();
    } else return false;
    event.preventDefault();
    return true;
  }

  return { node, update, takeKey, close };
}
