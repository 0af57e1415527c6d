import { say } from '../../l10n/say.ts';
import type { DiagramNode } from '../../model/diagram.ts';
import { sayName, sayStanding } from '../graph/say-node.ts';
import { html } from './dom.ts';

/** What is selected, in full, below the picture; said aloud when it changes. */
export interface Details {
  readonly element: HTMLElement;
  show(node: DiagramNode | undefined): void;
}

/** @param open goes to where the selected node is written */
export function createDetails(open: () => void): Details {
  const name = html('b');
  const state = html('span', { class: 'state' });
  const text = html('span', { class: 'text' });
  const said = html(
    'div',
    { class: 'said', role: 'status', 'aria-live': 'polite' },
    name,
    ' ',
    text,
    ' ',
    state,
  );
  const button = html('button', { type: 'button', class: 'link' }, say('Go to Claim File'));
  button.addEventListener('click', open);
  const element = html(
    'section',
    { class: 'details', 'aria-label': say('What is selected'), hidden: '' },
    said,
    button,
  );
  return {
    element,
    show(node) {
      element.hidden = node === undefined;
      if (!node) return;
      name.textContent = sayName(node);
      text.textContent = node.text;
      state.textContent = sayStanding(node);
      // What can be scrolled has to be reached by the keyboard.
      if (said.scrollHeight > said.clientHeight) said.tabIndex = 0;
      else said.removeAttribute('tabindex');
    },
  };
}
