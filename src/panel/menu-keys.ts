/** What a key does in an open menu: goes to the item of a 0-based place, closes it, or closes it and goes on as the key does elsewhere. */
export type MenuMove = { readonly to: number } | 'close' | 'leave';

/**
 * What a key means in a menu, by the practice that ARIA describes. Undefined for keys that mean nothing there; Enter and Space are left to the
 * buttons that the items are, so that nothing happens by walking along.
 *
 * @param names of the items, in order
 * @param at 0-based place of the item that has the focus; -1 for none
 */
export function menuMove(names: readonly string[], at: number, key: string): MenuMove | undefined {
  const number = names.length;
  switch (key) {
    case 'ArrowDown':
      return { to: (at + 1) % number };
    case 'ArrowUp':
      return { to: (Math.max(at, 0) + number - 1) % number };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: number - 1 };
    case 'Escape':
      return 'close';
    case 'Tab':
      return 'leave';
    default: {
      if ([...key].length !== 1 || key === ' ') return undefined;
      const begins = (index: number): boolean => names[index]!.toLowerCase().startsWith(key.toLowerCase());
      const behind = names.map((_, index) => (at + 1 + index) % number);
      const found = behind.find(begins);
      return found === undefined ? undefined : { to: found };
    }
  }
}
