import type { DiagramNode } from '../../model/diagram.ts';
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
  const button = html('button', { type: 'button', class: 'link' }, 'Go to Claim File');
  button.addEventListener('click', open);
  const element = html('div', { class: 'details', hidden: '' }, said, button);
  return {
    element,
    show(node) {
      element.hidden = node === undefined;
      if (!node) return;
      name.textContent = node.id === '' ? node.label : `${node.label} ${node.id}`;
      text.textContent = node.text;
      state.textContent = node.given
        ? ''
        : node.words.startsWith(node.state)
          ? node.words
          : `${node.state}: ${node.words}`;
    },
  };
}
