import { uniqueNames } from '../../formats/yaml/case-builder.ts';
import type { Case, NodeKey } from '../../model/case.ts';

/** A case, and the file it was read from: a whole argument, or a part of one. */
export interface Part {
  /** Absolute path, with `/`. */
  readonly file: string;
  readonly case: Case;
}

/** A part whose nodes and links have keys that no other part uses. */
export interface KeyedPart extends Part {
  /** The keys that its nodes have now, by those they had. */
  readonly keys: ReadonlyMap<NodeKey, NodeKey>;
}

/**
 * Makes ready what becomes one case: nodes and links of the first part stay as they are, those of the others know their file and get other keys
 * where theirs are taken. References keep what they say, but those within a part follow its keys. Pure.
 */
export function distinctParts(parts: readonly Part[]): KeyedPart[] {
  const nodeKeys = uniqueNames();
  const linkKeys = uniqueNames();
  return parts.map(({ file, case: one }, index) => {
    const keys = new Map(one.nodes.map(({ key }) => [key, nodeKeys(key)]));
    const now = (key: NodeKey): NodeKey => keys.get(key) ?? key;
    const place = (part: { readonly file?: string }): { file?: string } =>
      index === 0 ? {} : { file: part.file ?? file };
    return {
      file,
      keys,
      case: {
        ...one,
        nodes: one.nodes.map((node) => ({
          ...node,
          ...place(node),
          key: now(node.key),
          parents: node.parents.map(now),
        })),
        evidence: one.evidence.map((link) => ({
          ...link,
          ...place(link),
          key: linkKeys(link.key),
          parent: now(link.parent),
          ...(link.node === undefined ? {} : { node: now(link.node) }),
        })),
        references: one.references.map((reference) => ({
          ...reference,
          ...place(reference),
          from: now(reference.from),
          target: now(reference.target),
        })),
      },
    };
  });
}

/** One case of all parts, in their order; what is not in parts is that of the first. */
export function asOneCase(parts: readonly Pick<Part, 'case'>[]): Case {
  const cases = parts.map((part) => part.case);
  return {
    ...cases[0]!,
    nodes: cases.flatMap(({ nodes }) => nodes),
    evidence: cases.flatMap(({ evidence }) => evidence),
    references: cases.flatMap(({ references }) => references),
  };
}
