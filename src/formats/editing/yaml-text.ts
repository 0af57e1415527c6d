import { stringify } from 'yaml';

const ON_ONE_LINE = { lineWidth: 0 } as const;

/** A text as a YAML scalar on one line, quoted only where it has to be. */
export function blockText(words: string): string {
  return stringify(words, ON_ONE_LINE).trimEnd();
}

/** The same for where commas and brackets mean something: within `{…}` and `[…]`. */
export function flowText(words: string): string {
  const list = stringify([words], { ...ON_ONE_LINE, collectionStyle: 'flow', flowCollectionPadding: false });
  return list.trimEnd().slice(1, -1);
}
