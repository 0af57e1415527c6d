import { isAlias, isCollection, isPair, Scalar } from 'yaml';
import type { Alias, ParsedNode } from 'yaml';
import { say } from '../../l10n/say.ts';
import type { Report } from './problem.ts';
import { spanOf } from './scalars.ts';

/** How many nodes aliases may add to a document; without a bound twenty lines can stand for millions. */
const MAX_ALIASED_NODES = 10_000;

/** Gives what stands at a place: the node itself or, for an alias, the node it repeats. Null where that cannot be read. */
export type FollowAlias = (node: ParsedNode | null) => ParsedNode | null;

interface Anchors {
  /** What each alias repeats. */
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  /** How many nodes stand in and below each anchored node. */
  readonly sizes: ReadonlyMap<ParsedNode, number>;
}

/** Follows the aliases of one document, with a bound on what they may add. */
export function followAliases(contents: ParsedNode | null, text: string, report: Report): FollowAlias {
  let anchors: Anchors | undefined;
  let budget = MAX_ALIASED_NODES;
  return (node) => {
    if (!isAlias(node)) return node;
    anchors ??= indexAnchors(contents);
    const span = spanOf(node, text);
    const written = text.slice(span.start, span.end);
    const target = anchors.targets.get(node);
    if (!target) {
      const message = say(
        'YAML takes `{0}` for an alias because it begins with `*`, and there is no such anchor. Put it in quotes.',
        written,
      );
      report({ rule: 'syntax', severity: 'error', message, span });
      return plainScalar(node, written);
    }
    if (target.range[0] <= node.range[0] && node.range[1] <= target.range[1]) {
      const message = say(
        'The alias `{0}` stands within what it repeats, which has no end. Use `supportedBy` to refer to a node.',
        written,
      );
      report({ rule: 'too-complex', severity: 'error', message, span });
      return null;
    }
    if (budget < 0) return null;
    budget -= (anchors.sizes.get(target) ?? 1) - 1;
    if (budget >= 0) return target;
    const message = say(
      'The aliases of this document stand for more than {0} nodes; this one and those behind it are not read. Use `supportedBy` to refer to a node.',
      MAX_ALIASED_NODES,
    );
    report({ rule: 'too-complex', severity: 'error', message, span });
    return null;
  };
}

/** The characters of an alias as the text that was probably meant: `*.ts` is a glob. */
function plainScalar(alias: Alias.Parsed, written: string): Scalar.Parsed {
  const scalar = new Scalar(written);
  return Object.assign(scalar, {
    type: 'PLAIN',
    range: alias.range,
    source: written,
  } as const) as Scalar.Parsed;
}

/** Walks a document in its order, as an anchor counts from where it stands until it is set again. */
function indexAnchors(contents: ParsedNode | null): Anchors {
  const current = new Map<string, ParsedNode>();
  const targets = new Map<Alias, ParsedNode>();
  const sizes = new Map<ParsedNode, number>();
  const walk = (node: unknown): number => {
    if (isPair(node)) return walk(node.key) + walk(node.value);
    if (isAlias(node)) {
      const target = current.get(node.source);
      if (target) targets.set(node, target);
      return 1;
    }
    if (typeof node !== 'object' || node === null) return 0;
    const parsed = node as ParsedNode;
    const anchor = 'anchor' in parsed ? parsed.anchor : undefined;
    if (anchor !== undefined) current.set(anchor, parsed);
    let size = 1;
    if (isCollection(parsed)) for (const item of parsed.items) size += walk(item);
    if (anchor !== undefined) sizes.set(parsed, size);
    return size;
  };
  walk(contents);
  return { targets, sizes };
}
