import type { PathParts } from './markdown/fragments.ts';

/** The locators of a path and what is named in it, in the form that native files use: `src/a.ts`, or `src/a.ts#L1` and `src/a.ts#L9`. */
export function locatorsOf({ path, fragments }: PathParts): string[] {
  return fragments.length === 0 ? [path] : fragments.map((fragment) => `${path}#${fragment}`);
}
