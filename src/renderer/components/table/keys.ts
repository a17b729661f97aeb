export type KeyAction =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'open'
  | 'select'
  | 'select-all'
  | 'clear'
  | 'copy-cell'
  | 'copy-row';

const plain: Readonly<Record<string, KeyAction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
  Enter: 'open',
  ' ': 'select',
  Escape: 'clear',
};

/** What a key means in a table; null for keys that are not its own. */
export function keyAction(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}): KeyAction | null {
  if (event.altKey) return null;
  const command = event.ctrlKey || event.metaKey;
  const letter = event.key.toLowerCase();
  if (command && letter === 'c') return event.shiftKey ? 'copy-row' : 'copy-cell';
  if (command && letter === 'a') return 'select-all';
  if (command && event.key !== 'Home' && event.key !== 'End') return null;
  return plain[event.key] ?? null;
}
