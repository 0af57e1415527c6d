import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { messageOf } from '../main.ts';
import { installedBrowsers } from './installed-browsers.ts';
import { packagedBrowser } from './packaged-browser.ts';
import type { BrowserProgram } from './packaged-browser.ts';

/** It visits nothing but the server that these scripts start, and needs nothing from anywhere else. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Starts a browser without a window: an installed one if one starts, else one from the cache.
 *
 * @throws Error if there is none that starts
 */
export async function launchBrowser(): Promise<Browser> {
  for (const program of installedBrowsers()) {
    try {
      return await launch({ program, env: {} });
    } catch (error) {
      console.error(
        `${program} does not start (${messageOf(error).split('\n')[0]}); trying another browser.`,
      );
    }
  }
  return launch(await packagedBrowser());
}

function launch({ program, env }: BrowserProgram): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    args: ARGUMENTS,
    env: { ...environment(), ...env },
    chromiumSandbox: false,
  });
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
