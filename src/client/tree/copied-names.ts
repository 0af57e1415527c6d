import type { TreeItem } from '../../server/protocol.ts';
import { say } from '../../l10n/say.ts';

/** What of an item is copied: its id (`C2`), its id with its case's (`case/C2`), or its locator. */
export type CopiedName = 'id' | 'qualifiedId' | 'locator';

/** The names of items, a line each, each once; those that have no such name are left out. */
export function copiedNames(items: readonly TreeItem[], which: CopiedName): readonly string[] {
  const names = items.flatMap(({ names: known = {} }) =>
    which === 'qualifiedId' ? (known.qualifiedId ?? known.id ?? []) : (known[which] ?? []),
  );
  return [...new Set(names)];
}

/** What is said once names are copied, or why nothing was. */
export function sayCopied(names: readonly string[], which: CopiedName): string {
  const isLocator = which === 'locator';
  const [only, ...others] = names;
  if (only === undefined)
    return isLocator
      ? say('Warrant: what is selected has no locator to copy.')
      : say('Warrant: what is selected has no id to copy.');
  if (others.length === 0) return say('Copied {0}', only);
  return isLocator ? say('Copied {0} locators', names.length) : say('Copied {0} ids', names.length);
}
