import type { Locator, Page } from 'playwright-core';

/** How fast a person types who is in no hurry, in milliseconds a key. */
const KEY_DELAY = 60;

/** Does with mouse and keyboard what a person does, key by key, and counts it. */
export interface Hand {
  click(on: Locator): Promise<void>;
  /** Types a text; each character is a keystroke. */
  type(text: string): Promise<void>;
  /** Presses keys; each combination such as `Control+S` is one keystroke. */
  press(...keys: string[]): Promise<void>;
  /** What was done, and how long it took from the first of it to now. */
  counts(): { readonly clicks: number; readonly keys: number; readonly seconds: number };
}

/** A hand that has done nothing yet. */
export function createHand(page: Page): Hand {
  const start = performance.now();
  let clicks = 0;
  let keys = 0;
  return {
    async click(on) {
      clicks++;
      await on.click();
    },
    async type(text) {
      keys += text.length;
      await page.keyboard.type(text, { delay: KEY_DELAY });
    },
    async press(...some) {
      keys += some.length;
      for (const key of some) await page.keyboard.press(key);
    },
    counts: () => ({ clicks, keys, seconds: (performance.now() - start) / 1000 }),
  };
}
