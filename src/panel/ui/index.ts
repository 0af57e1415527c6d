import { sayIn } from '../../l10n/say.ts';
import { createKeeper, newerState } from '../keep-state.ts';
import type { ToPanel } from '../messages.ts';
import { NOTATIONS } from '../layout/notation.ts';
import { readSavedState } from '../saved-state.ts';
import { createApp } from './app.ts';
import { createEngine } from './engine.ts';
import { createMeasure } from './measure.ts';
import { host } from './vscode-api.ts';

/*
 * The page of a diagram. The extension's side of it says what to show; see `messages.ts`.
 */

const { elk = '', case: key = '', notation: preferred, state: kept, words } = document.body.dataset;
sayIn(JSON.parse(words ?? '{}') as Record<string, string>);
const notation = NOTATIONS.find((each) => each === preferred) ?? 'gsn';

// What was saved is of another case where the panel was given a new one.
const saved = newerState(readSavedState(host.getState()), readSavedState(JSON.parse(kept ?? 'null')));
const initial = saved?.case === key ? saved : { case: key, notation, outline: false };
host.setState(initial);

const keeper = createKeeper({
  save: (state) => {
    host.setState(state);
    // VS Code writes down what it keeps for a page only now and then; the extension does at once.
    host.postMessage({ type: 'state', state });
  },
  later: (work, delay) => {
    const timer = window.setTimeout(work, delay);
    return () => {
      window.clearTimeout(timer);
    };
  },
  now: () => Date.now(),
});
document.addEventListener('visibilitychange', keeper.flush);
window.addEventListener('pagehide', keeper.flush);

const app = createApp(document.getElementById('app')!, initial, {
  send: (message) => {
    host.postMessage(message);
  },
  save: keeper.keep,
  engine: createEngine(elk),
  measure: createMeasure(),
});
window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  app.hear(data);
});
host.postMessage({ type: 'ready' });
