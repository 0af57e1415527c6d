import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Browser } from 'playwright-core';
import { messageOf } from '../../scripts/main.ts';
import { VSIX } from '../../scripts/package.ts';
import { OUT, ROOT } from '../../scripts/paths.ts';
import type { TestResult } from '../../scripts/suites/suite.ts';
import { launchBrowser } from '../../scripts/vscode/browser.ts';
import { installExtension } from '../../scripts/vscode/serve.ts';
import { JOURNEYS } from './all-journeys.ts';
import type { Journey } from './journey.ts';
import { makeStage } from './stage.ts';
import { SCREENSHOTS } from './window.ts';

/** How many journeys are walked at the same time. */
const LANES = 2;

/** Walks all journeys, some of them at the same time. `out/vscode` keeps the logs, `out/screenshots` the pictures. */
export async function runJourneys(): Promise<TestResult[]> {
  await rm(SCREENSHOTS, { recursive: true, force: true });
  await mkdir(SCREENSHOTS, { recursive: true });
  const extensionsFolder = await installExtension(VSIX, join(OUT, 'vscode', 'installed'));
  const results = new Map<Journey, TestResult>();
  const walkIn = async (waiting: Iterator<Journey>): Promise<void> => {
    // What is copied is kept by the browser, so each lane has its own.
    const browser = await launchBrowser();
    try {
      for (let next = waiting.next(); !next.done; next = waiting.next())
        results.set(next.value, await walk(next.value, browser, extensionsFolder));
    } finally {
      await browser.close();
    }
  };
  const together = JOURNEYS.filter(({ alone }) => !alone).values();
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => walkIn(together)));
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
  await walkIn(JOURNEYS.filter(({ alone }) => alone).values());
  return JOURNEYS.map((journey) => results.get(journey)!);
}

async function walk(
  { title, walk }: Journey,
  browser: Browser,
  extensionsFolder: string,
): Promise<TestResult> {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const stage = makeStage(browser, name, extensionsFolder);
  try {
    await walk(stage);
    return { title };
  } catch (error) {
    const message = stripVTControlCharacters(messageOf(error));
    const pictures = stage.windows.map((window, index) =>
      failurePicture(window, `failed-${name}-${index + 1}`),
    );
    return { title, error: [message, ...(await Promise.all(pictures))].join('\n') };
  } finally {
    await stage.close();
  }
}

async function failurePicture(
  window: { screenshot(name: string): Promise<void> },
  name: string,
): Promise<string> {
  try {
    await window.screenshot(name);
    return `See ${relative(ROOT, join(SCREENSHOTS, `${name}.png`))}`;
  } catch (error) {
    return `There is no screenshot: ${messageOf(error)}`;
  }
}
