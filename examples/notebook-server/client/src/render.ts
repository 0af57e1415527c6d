import type { Result } from './transport.js';

const LONGEST = 100_000;

/**
 * Shows a result as text. Nothing that a cell printed is ever parsed as HTML, so that it can neither run in the page
 * nor make the browser load anything from elsewhere.
 */
export function renderOutput(host: HTMLElement, result: Result): void {
  const block = document.createElement('pre');
  block.className = result.error === null ? 'output' : 'output failed';
  block.textContent = `${result.output}${result.error ?? ''}`.slice(0, LONGEST);
  host.replaceChildren(block);
}
