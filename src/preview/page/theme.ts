const KEY = 'briefwijzer-theme';

/** As chosen before, or as the system has it. */
export function applyTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  set(remembered() ?? (dark ? 'dark' : 'light'));
}

export function toggleTheme(): void {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  set(theme);
  localStorage.setItem(KEY, theme);
}

function remembered(): 'dark' | 'light' | null {
  const theme = localStorage.getItem(KEY);
  return theme === 'dark' || theme === 'light' ? theme : null;
}

function set(theme: 'dark' | 'light'): void {
  document.documentElement.dataset.theme = theme;
}
