import { message } from '../../l10n/say.ts';
import type { Direction } from '../graph/navigate.ts';

/** What a key means in the picture. */
export type Command =
  | { readonly do: 'go' | 'pan'; readonly to: Direction }
  | { readonly do: 'zoom'; readonly by: 1 | -1 }
  | { readonly do: 'fit' | 'fold' | 'open' | 'focus' | 'search' | 'leave' | 'top' };

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The keys, in words, for the person. */
export const KEYS_IN_WORDS = message(
  'Arrow keys go along the argument, with Shift they move the picture. Enter goes to the claim file, Space folds, F shows only what belongs to a node, / searches, plus and minus zoom, 0 shows all.',
);

/** What a key pressed in the picture means; undefined for keys that mean nothing there. */
export function commandOf({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): Command | undefined {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'f') return { do: 'search' };
  if (ctrlKey || metaKey || altKey) return undefined;
  const to = ARROWS[key];
  if (to) return { do: shiftKey ? 'pan' : 'go', to };
  switch (key) {
    case '+':
    case '=':
      return { do: 'zoom', by: 1 };
    case '-':
      return { do: 'zoom', by: -1 };
    case '0':
      return { do: 'fit' };
    case ' ':
      return { do: 'fold' };
    case 'Enter':
      return { do: 'open' };
    case 'f':
    case 'F':
      return { do: 'focus' };
    case '/':
      return { do: 'search' };
    case 'Escape':
      return { do: 'leave' };
    case 'Home':
      return { do: 'top' };
    default:
      return undefined;
  }
}
