import type { Demo } from './demo.ts';
import { HISTORY, UNCOMMITTED } from './history.ts';
import { JOB_ENGINE_HISTORY } from './job-engine/history.ts';
import { SCANNER_MODULE_HISTORY } from './scanner-module/history.ts';

const changesIn = (folder: string): URL => new URL(`./changes/${folder}`, import.meta.url);

/** Three cases over a small notebook server; what `npm start` opens. */
export const NOTEBOOK_SERVER: Demo = {
  name: 'notebook-server',
  history: HISTORY,
  changes: changesIn(''),
  uncommitted: UNCOMMITTED,
};

/** A threat model with assets, threats, properties, controls and requirements of standards. */
export const JOB_ENGINE: Demo = {
  name: 'job-engine',
  history: JOB_ENGINE_HISTORY,
  changes: changesIn('job-engine/'),
};

/** Trust boundaries, controls and residual risks that people accepted. */
export const SCANNER_MODULE: Demo = {
  name: 'scanner-module',
  history: SCANNER_MODULE_HISTORY,
  changes: changesIn('scanner-module/'),
  uncommitted: 'working-tree.patch',
};
