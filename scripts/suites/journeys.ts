import { runJourneys } from '../../test/journeys/run-journeys.ts';
import type { Suite } from './suite.ts';

export const JOURNEYS: Suite = {
  name: 'journeys',
  what: 'journeys through the window, with the packaged extension installed',
  needs: ['package', 'vscode'],
  run: runJourneys,
};
