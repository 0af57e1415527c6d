/*
 * Reading a text from left to right with sticky patterns, so that no part of it is looked at twice.
 */

/** What a sticky pattern finds at `at`. */
export function find(sticky: RegExp, text: string, at: number): string | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0];
}

/** Where what a sticky pattern finds at `at` ends; undefined where it finds nothing. */
export function skip(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

/** The letters that an id begins with: `UM` of `UM1`. */
export function lettersOf(id: string): string {
  return /^[A-Za-z]*/.exec(id)![0];
}
