/** What a new case can begin with: the files in `patterns/`, in the order in which they are offered. */
export const PATTERNS = ['blank', 'security-properties', 'threat-driven', 'owasp-top-10'] as const;

export type PatternName = (typeof PATTERNS)[number];

/** Where the text of a pattern lies, relative to the extension. */
export function patternFile(name: PatternName): string {
  return `patterns/${name}.case.yaml`;
}
