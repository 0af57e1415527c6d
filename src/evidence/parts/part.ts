/** A part of a file that has a name. */
export interface Part {
  /** As a locator has it behind its `#`; no other part of the file has the same. */
  readonly name: string;
  /** The name of the part it stands in. */
  readonly within?: string;
  /** What it says besides what the parts in it say. */
  readonly own: readonly string[];
}

export interface Parts {
  /** Only parts of one scheme can be compared. */
  readonly scheme: string;
  readonly parts: readonly Part[];
  /** What is said outside of all parts. */
  readonly rest: readonly string[];
}
