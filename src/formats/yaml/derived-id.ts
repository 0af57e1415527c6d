import type { NodeKind } from '../../model/kinds.ts';

const MAX_WORDS = 6;
const MAX_LENGTH = 60;

/**
 * An id for a node whose author gave none, from its kind and the first words of its text: `context-the-server-executes-code`.
 * It does not depend on where the node stands, so that it survives what is written around it.
 */
export function derivedId(kind: NodeKind, text: string): string {
  const words =
    text
      .slice(0, 300)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [kind, ...words.slice(0, MAX_WORDS)].join('-').slice(0, MAX_LENGTH);
}
