type Theme = 'dark' | 'light';

const storageKey = 'codeio-report-theme';

/** Lets the button switch between dark and light. Without a choice the page is as the system is. */
export function setUpTheme(button: HTMLElement): void {
  const root = document.documentElement;
  const current = (): Theme => {
    const chosen = root.dataset.theme;
    if (chosen === 'dark' || chosen === 'light') return chosen;
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  };
  const choose = (theme: Theme): void => {
    root.dataset.theme = theme;
    button.setAttribute('aria-pressed', String(theme === 'dark'));
  };
  const stored = readChoice();
  if (stored === 'dark' || stored === 'light') choose(stored);
  button.hidden = false;
  button.setAttribute('aria-pressed', String(current() === 'dark'));
  button.addEventListener('click', () => {
    const theme = current() === 'dark' ? 'light' : 'dark';
    choose(theme);
    keepChoice(theme);
  });
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function keepChoice(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Then it holds until the page is closed.
  }
}
