import type { Case, CaseNode } from '../../model/case.ts';
import type { NodeKind } from '../../model/kinds.ts';

/** The letters that ids of defeaters begin with where nothing in the case says otherwise. */
export interface Letters extends Readonly<Record<'rebuttal' | 'undermine', readonly string[]>> {
  /** They are what makes such a node, so that the ids of others are no model. */
  readonly needed?: true;
}

const NUMBERED = /^(.*?)(\d+)$/;

/** The letters of some kinds. */
export type LettersOf<K extends NodeKind> = Readonly<Record<K, readonly string[]>> & {
  readonly needed?: true;
};

/**
 * An id for a new node, as the case numbers those it has: behind `R7` comes `R8`. Free in the case, and in the text, where it may stand
 * for something that is no node.
 */
export function freeId<K extends NodeKind>(
  one: Pick<Case, 'nodes'>,
  text: string,
  kind: K,
  letters: LettersOf<K>,
): string {
  const numbers = new Map<string, number>();
  for (const node of one.nodes) {
    const [prefix, number] = numbered(node, kind) ?? [];
    if (prefix !== undefined && number !== undefined)
      numbers.set(prefix, Math.max(numbers.get(prefix) ?? 0, number));
  }
  // The last one, since ids that were added later tell best how ids are made now.
  const used = one.nodes.findLast((node) => {
    const [prefix] = numbered(node, kind) ?? [];
    return prefix !== undefined && (!letters.needed || letters[kind].includes(prefix));
  });
  const prefix =
    (used && numbered(used, kind)![0]) ??
    (letters.needed ? letters[kind][0]! : unusedPrefix(one, kind, letters));
  const taken = new Set(one.nodes.map(({ id }) => id));
  for (let number = (numbers.get(prefix) ?? 0) + 1; ; number++) {
    const id = `${prefix}${number}`;
    if (!taken.has(id) && !standsIn(text, id)) return id;
  }
}

function numbered({ id, kind, derived }: CaseNode, wanted: NodeKind): readonly [string, number] | undefined {
  if (derived || kind !== wanted) return undefined;
  const [, prefix, number] = NUMBERED.exec(id) ?? [];
  return prefix !== undefined && prefix.length <= 40 && number!.length < 10
    ? [prefix, Number(number)]
    : undefined;
}

/** Letters that mean nothing else in this case. */
function unusedPrefix<K extends NodeKind>(one: Pick<Case, 'nodes'>, kind: K, letters: LettersOf<K>): string {
  const others = new Set(
    one.nodes.flatMap((node) => (node.derived ? [] : [NUMBERED.exec(node.id)?.[1] ?? ''])),
  );
  return letters[kind].find((prefix) => !others.has(prefix)) ?? letters[kind].at(-1)!;
}

function standsIn(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    if (!/[\w.-]/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + id.length] ?? ' ')) return true;
  }
  return false;
}
