/** What the product made of a document, as far as it is compared with labels. Lines are 1-based; files are those of the labels. */
export interface Reading {
  readonly nodes: readonly ReadNode[];
  readonly links: readonly ReadLink[];
  /** Pictures and modules that a case points to. */
  readonly uses: readonly { readonly file: string; readonly line: number; readonly path: string }[];
  /** Messages of severity error or warning, without those of single links. */
  readonly messages: readonly string[];
}

export interface ReadNode {
  readonly file: string;
  /** Where it begins: as a whole, its id, and its text. Never empty; the first is shown. */
  readonly lines: readonly number[];
  readonly id: string;
  /** The id was made from the text. */
  readonly derived: boolean;
  readonly kind: string;
  readonly text: string;
  /** Indexes of nodes. */
  readonly parents: readonly number[];
}

export interface ReadLink {
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
  /** The characters at the link's range. */
  readonly token: string;
  readonly locator: string;
  /** What stands behind `#` in the locator. */
  readonly fragment: string | undefined;
  readonly cited: boolean;
  /** Index of a node. */
  readonly parent: number | undefined;
  /** Index of the evidence node that it belongs to. */
  readonly node: number | undefined;
  /** `none`: a mention that the product does not take for a link. `missing`: it says so. `broken`: something else is wrong. */
  readonly outcome: 'none' | 'external' | 'found' | 'missing' | 'broken';
  /** The product's reason for its verdict; empty for `none`. */
  readonly reason: string;
  /** The paths found, folders without a trailing slash. */
  readonly resolved: readonly string[];
}
