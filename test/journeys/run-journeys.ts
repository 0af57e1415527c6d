import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Browser } from 'playwright-core';
import { messageOf } from '../../scripts/main.ts';
import { ROOT } from '../../scripts/paths.ts';
import type { TestResult } from '../../scripts/suites/suite.ts';
import { launchBrowser } from '../../scripts/vscode/browser.ts';
import { JOURNEYS } from './all-journeys.ts';
import type { Journey } from './journey.ts';
import { makeStage } from './stage.ts';
import { SCREENSHOTS } from './window.ts';

/** Walks all journeys, one after the other. `out/vscode` keeps the logs, `out/screenshots` the pictures. */
export async function runJourneys(): Promise<TestResult[]> {
  await rm(SCREENSHOTS, { recursive: true, force: true });
  await mkdir(SCREENSHOTS, { recursive: true });
  const browser = await launchBrowser();
  try {
    const results: TestResult[] = [];
    for (const journey of JOURNEYS) results.push(await walk(journey, browser));
    return results;
  } finally {
    await browser.close();
  }
}

async function walk({ title, walk }: Journey, browser: Browser): Promise<TestResult> {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const stage = makeStage(browser, name);
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
