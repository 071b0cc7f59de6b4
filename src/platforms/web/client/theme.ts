/** Applies the remembered theme before the page is drawn; without a choice the system's theme holds. */
const KEY = 'convtutor-theme';

export type Theme = 'light' | 'dark';

function remembered(): Theme | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : undefined;
  } catch {
    // storage may be forbidden; the choice then lasts as long as the page
    return undefined;
  }
}

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // see above
  }
}

const theme = remembered();
if (theme !== undefined) document.documentElement.dataset.theme = theme;
