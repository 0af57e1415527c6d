import { say, sayCount } from '../../l10n/say.ts';
import { html } from './dom.ts';

/** Says that a layout takes its time, and lets the person do without it. Meanwhile the diagram stays as it was, and can be used. */
export interface BusyBar {
  readonly element: HTMLElement;
  /** @param boxes how many are laid out */
  begin(boxes: number): void;
  end(): void;
}

/** What is done within this time is not worth a word, in milliseconds. */
const SOON = 500;

/** @param giveUp ends the layout */
export function createBusyBar(giveUp: () => void): BusyBar {
  const text = html('span', { role: 'status' });
  const seconds = html('span', { class: 'seconds', 'aria-hidden': 'true' });
  const button = html('button', { type: 'button', class: 'link' }, say('Cancel'));
  button.addEventListener('click', giveUp);
  const line = html('div', { class: 'progress', 'aria-hidden': 'true' });
  const element = html('div', { class: 'busy-bar', hidden: '' }, line, text, seconds, button);
  let timer = 0;
  return {
    element,
    begin(boxes) {
      const start = performance.now();
      window.clearInterval(timer);
      timer = window.setInterval(() => {
        const passed = Math.floor((performance.now() - start) / 1000);
        seconds.textContent = say('{0} s', passed);
        if (!element.hidden) return;
        element.hidden = false;
        // Said once, and not with every second.
        text.textContent = sayCount(boxes, 'Laying out {0} box…', 'Laying out {0} boxes…');
      }, SOON);
    },
    end() {
      window.clearInterval(timer);
      element.hidden = true;
      text.textContent = '';
    },
  };
}
