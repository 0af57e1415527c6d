/** What a made repository is like. */
export interface Shape {
  readonly seed: number;
  /** How many evidence links its cases have. */
  readonly links: number;
  /** How many files of code it has; three of five may be evidence. */
  readonly files: number;
  readonly commits: number;
  /** How many of the files that may be evidence changed since their claims were written. */
  readonly changedFiles: number;
  /** How many claims stand in one claim file. */
  readonly claimsPerFile: number;
  /** Of a hundred links, how many lead to a range of lines and how many to a symbol; the others lead to whole files. */
  readonly ranges: number;
  readonly symbols: number;
}

export const LINKS_PER_CLAIM = 3;

/** A repository for so many links, if nothing else is said: half as many files, and one file in twenty changed. */
export function shapeFor(links: number, more: Partial<Shape> = {}): Shape {
  const files = more.files ?? Math.max(500, Math.min(50_000, links / 2));
  return {
    seed: 1,
    links,
    files,
    commits: 2000,
    changedFiles: Math.ceil((files * 3) / 5 / 20),
    claimsPerFile: 200,
    ranges: 25,
    symbols: 25,
    ...more,
  };
}

/** The number of the first file that is never evidence. */
export function evidenceFiles({ files }: Shape): number {
  return Math.max(1, Math.floor((files * 3) / 5));
}
