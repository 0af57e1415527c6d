import type { FromPanel } from '../messages.ts';
import type { SavedState } from '../saved-state.ts';

interface WebviewApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: SavedState): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** The other side of the page. VS Code gives it out once. */
export const host: WebviewApi = acquireVsCodeApi();
