import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const ON_PATH = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const ON_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Browsers that are there and can be driven, as absolute paths: the one in `WARRANT_BROWSER`, or else all that are installed. */
export function installedBrowsers(): string[] {
  const chosen = process.env['WARRANT_BROWSER'];
  if (chosen) return [chosen];
  return [...ON_MAC, ...ON_PATH.flatMap(onPath)].filter((program) => existsSync(program));
}

/** The places on PATH where a program of that name would be. */
export function onPath(name: string): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name));
}
