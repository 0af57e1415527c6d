import { menuMove } from '../menu-keys.ts';
import { html } from './dom.ts';

export interface MenuItem {
  readonly name: string;
  readonly run: () => void;
}

/**
 * A button that opens a menu. Items act on Enter, Space or a click and on nothing else; Escape leads back to the button.
 *
 * @param button as it looks; it gets what makes it a menu's
 * @param label of the menu, for a screen reader
 */
export function createMenuButton(
  button: HTMLButtonElement,
  label: string,
  items: readonly MenuItem[],
): HTMLElement {
  const entries = items.map(({ name, run }) => {
    const entry = html('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, name);
    entry.addEventListener('click', () => {
      close();
      button.focus();
      run();
    });
    return entry;
  });
  const names = items.map(({ name }) => name);
  const menu = html('div', { class: 'menu', role: 'menu', 'aria-label': label, hidden: '' }, ...entries);
  const element = html('div', { class: 'with-menu' }, button, menu);
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');

  function open(at: number): void {
    menu.hidden = false;
    menu.classList.remove('to-left');
    if (menu.getBoundingClientRect().right > window.innerWidth) menu.classList.add('to-left');
    button.setAttribute('aria-expanded', 'true');
    entries.at(at)?.focus();
  }

  function close(): void {
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  }

  button.addEventListener('click', () => {
    if (menu.hidden) open(0);
    else close();
  });
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    open(event.key === 'ArrowDown' ? 0 : -1);
    event.preventDefault();
    event.stopPropagation();
  });
  menu.addEventListener('keydown', (event) => {
    const at = entries.findIndex((entry) => entry === document.activeElement);
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const move = isPlain ? menuMove(names, at, event.key) : undefined;
    if (move === undefined) return;
    if (move === 'leave') {
      // From the button on, as the menu is no place of its own.
      button.focus();
      close();
      return;
    }
    if (move === 'close') {
      close();
      button.focus();
    } else entries[move.to]?.focus();
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Node) || !element.contains(target)) close();
  });
  // A click outside of the page is not heard here.
  window.addEventListener('blur', close);
  return element;
}
