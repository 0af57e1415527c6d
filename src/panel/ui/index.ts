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

const { elk = '', case: key = '', notation: preferred } = document.body.dataset;
const notation = NOTATIONS.find((each) => each === preferred) ?? 'gsn';

// What was saved is of another case where the panel was given a new one.
const saved = readSavedState(host.getState());
const initial = saved?.case === key ? saved : { case: key, notation, outline: false };
host.setState(initial);

const app = createApp(document.getElementById('app')!, initial, {
  send: (message) => {
    host.postMessage(message);
  },
  save: (state) => {
    host.setState(state);
  },
  engine: createEngine(elk),
  measure: createMeasure(),
});
window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  app.hear(data);
});
host.postMessage({ type: 'ready' });
