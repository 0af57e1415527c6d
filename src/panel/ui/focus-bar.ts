import { say } from '../../l10n/say.ts';
import { html } from './dom.ts';

/** Says that only a part is shown, and leads back to all. */
export interface FocusBar {
  readonly element: HTMLElement;
  /** @param node what the focus is on; undefined where all is shown */
  show(node: { readonly id: string; readonly text: string } | undefined): void;
}

/** @param leave shows all again */
export function createFocusBar(leave: () => void): FocusBar {
  const name = html('span');
  const button = html('button', { type: 'button', class: 'link' }, say('Show all'));
  button.addEventListener('click', leave);
  const element = html('div', { class: 'focus-bar', hidden: '' }, name, button);
  return {
    element,
    show(node) {
      element.hidden = node === undefined;
      if (node) name.textContent = say('Only what belongs to {0}', node.id || node.text);
    },
  };
}
