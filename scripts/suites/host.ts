import { runInDesktopVscode } from '../../test/host/run-desktop.ts';
import { runInServedVscode } from '../../test/host/run-served.ts';
import type { Suite } from './suite.ts';

export const HOST: Suite = {
  name: 'host',
  what: 'tests inside the extension host of the served VS Code',
  needs: ['build', 'vscode'],
  run: runInServedVscode,
};

/** Not part of a whole run: it downloads the desktop VS Code, which needs a display. */
export const DESKTOP: Suite = {
  name: 'desktop',
  what: 'the same tests inside the desktop VS Code',
  needs: ['build'],
  run: runInDesktopVscode,
};
