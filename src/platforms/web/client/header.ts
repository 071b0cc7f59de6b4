import type { PageContext } from './context.ts';
import { ask } from './dialogs.ts';
import { copyText, element, icon, iconButton } from './dom.ts';
import type { PageTextKey } from './page-texts.ts';
import { chooseTheme, currentTheme } from './theme.ts';

const ROOM_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

export type ConnectionState = 'connecting' | 'open' | 'offline';
const STATE_TEXTS: Record<ConnectionState, PageTextKey> = { connecting: 'web-connecting', open: 'web-connected', offline: 'web-offline' };

export interface Header {
  node: HTMLElement;
  setState(state: ConnectionState): void;
  setPeople(names: readonly string[], text: string): void;
  setName(name: string): void;
}

export interface HeaderActions {
  changeLanguage(): void;
  rename(name: string): void;
}

/** The bar on top: what this is, where one is, who else is here, and the page's few switches. */
export function createHeader(context: PageContext, { changeLanguage, rename }: HeaderActions): Header {
  const { t, room } = context;
  const dot = element('span', { class: 'dot', 'aria-hidden': 'true' });
  const stateText = element('span', { class: 'state-text' });
  const state = element('p', { class: 'state', role: 'status' }, dot, stateText);

  const theme = element('button', { type: 'button', class: 'icon-button', onclick: toggleTheme });
  function toggleTheme(): void {
    chooseTheme(currentTheme() === 'dark' ? 'light' : 'dark');
    showTheme();
  }
  function showTheme(): void {
    const other = currentTheme() === 'dark' ? 'light' : 'dark';
    theme.replaceChildren(icon(other === 'dark' ? 'moon' : 'sun'));
    const label = t(other === 'dark' ? 'web-theme-dark' : 'web-theme-light');
    theme.setAttribute('aria-label', label);
    theme.title = label;
  }
  showTheme();

  const other = context.language() === 'ru' ? 'en' : 'ru';
  const language = element(
    'button',
    { type: 'button', id: 'language', class: 'language', lang: other, onclick: changeLanguage, 'aria-label': t('web-other-language') },
    other.toUpperCase(),
  );
  language.title = t('web-other-language');

  async function openRoom(): Promise<void> {
    const name = await ask(
      {
        title: t('web-room-title'),
        why: t('web-room-why'),
        label: t('web-room-label'),
        placeholder: 'cnn',
        maxLength: 40,
        submit: t('web-room-go'),
        rule: { pattern: ROOM_NAME, text: t('web-room-rule') },
      },
      context,
    );
    if (name !== undefined) location.assign(`/?room=${encodeURIComponent(name.toLowerCase())}`);
  }

  async function invite(): Promise<void> {
    const copied = await copyText(location.href);
    context.notify(t(copied ? 'web-invite-copied' : 'web-copy-failed'));
  }

  const people = element('span', { class: 'people-text' });
  const nameLabel = element('span', {});
  const nameButton = element('button', { type: 'button', class: 'link name' }, nameLabel);
  nameButton.addEventListener('click', async () => {
    const name = await askName(context);
    if (name !== undefined) rename(name);
  });

  const brand = element(
    'a',
    { class: 'brand', href: '/', 'aria-label': t('web-title') },
    element('img', { src: '/icon.svg', alt: '', width: 32, height: 32 }),
  );
  const title = element('div', { class: 'title' }, element('h1', {}, room === undefined ? t('web-title') : t('web-room', { room })));
  const roomBar =
    room === undefined
      ? undefined
      : element(
          'div',
          { class: 'room-bar' },
          element('span', { class: 'people' }, icon('people'), people),
          nameButton,
          element('button', { type: 'button', class: 'link', onclick: () => void invite() }, icon('link'), t('web-invite')),
          element('a', { class: 'link', href: '/' }, icon('home'), t('web-room-leave')),
        );
  title.append(state);
  const actions = element(
    'div',
    { class: 'actions' },
    room === undefined && iconButton('people', t('web-room-open'), () => void openRoom()),
    language,
    theme,
  );

  return {
    node: element('header', { class: 'top' }, element('div', { class: 'bar' }, brand, title, actions), roomBar),
    setState(next) {
      state.dataset.state = next;
      stateText.textContent = t(STATE_TEXTS[next]);
    },
    setPeople(names, text) {
      people.textContent = text;
      people.title = names.join(', ');
    },
    setName(name) {
      nameLabel.textContent = name === '' ? t('web-name-title') : name;
      nameButton.setAttribute('aria-label', name === '' ? t('web-name-title') : t('web-name-change', { name }));
    },
  };
}

/** Asks how others in the room shall call this person. */
export function askName(context: PageContext): Promise<string | undefined> {
  const { t } = context;
  return ask(
    {
      title: t('web-name-title'),
      why: t('web-name-why'),
      label: t('web-name-label'),
      value: context.you().name,
      maxLength: 40,
      submit: t('web-name-save'),
    },
    context,
  );
}
