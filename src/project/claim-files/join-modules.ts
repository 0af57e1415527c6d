import { say } from '../../l10n/say.ts';
import type { Case, CaseNode, NodeReference } from '../../model/case.ts';
import type { Finding, Related } from '../../model/finding.ts';
import { push } from '../../model/multimap.ts';
import { baseName } from '../../model/paths.ts';
import { type KeyedPart, type Part, asOneCase, distinctParts } from './join-parts.ts';

/** One argument out of several files, and what is not clear in it. */
export interface JoinedModules {
  readonly case: Case;
  readonly findings: readonly Finding[];
}

/**
 * Makes one argument of a case and the modules that it goes on in. An id means the node of its own module, else the one node of that name in the
 * others; `module/id` means the node of the module of that name. One that several others have is ambiguous: the reference is left out and
 * reported, with all that it could mean. Pure.
 */
export function joinModules(main: Part, modules: readonly Part[]): JoinedModules {
  const parts = distinctParts([main, ...modules]);
  const byId = nodesById(parts);
  const findings: Finding[] = [];
  const resolved = parts.map((part) => {
    const own = new Set(part.keys.values());
    const find = (id: string, reference: NodeReference): string | undefined => {
      if (own.has(id)) return id;
      const meant = byId.get(id) ?? [];
      if (meant.length < 2) return meant[0]?.node.key ?? id;
      findings.push(ambiguous(id, reference, part.file, meant));
      return undefined;
    };
    const references = part.case.references.flatMap((reference) => {
      const from = find(reference.from, reference);
      const target = find(reference.target, reference);
      return from === undefined || target === undefined ? [] : [{ ...reference, from, target }];
    });
    return { case: { ...part.case, references } };
  });
  return { case: asOneCase(resolved), findings };
}

interface Placed {
  readonly node: CaseNode;
  readonly file: string;
}

function nodesById(parts: readonly KeyedPart[]): Map<string, Placed[]> {
  const byId = new Map<string, Placed[]>();
  for (const { file, case: one } of parts) {
    for (const node of one.nodes) {
      if (node.derived) continue;
      const placed = { node, file: node.file ?? file };
      push(byId, node.id, placed);
      push(byId, `${one.id}/${node.id}`, placed);
    }
  }
  return byId;
}

function ambiguous(id: string, { range }: NodeReference, file: string, meant: readonly Placed[]): Finding {
  const places = meant.map(({ file: where, node }) =>
    say('{0}, line {1}', baseName(where), node.idRange.start.line + 1),
  );
  const related = meant.map((placed): Related => ({
    message: say('{0} in {1}', id, baseName(placed.file)),
    place: { kind: 'claim-file', file: placed.file, range: placed.node.idRange },
  }));
  return {
    rule: 'reference-ambiguous',
    severity: 'error',
    message: say(
      '{0} is the id of {1} nodes: {2}. This reference is left out. Give them different ids.',
      id,
      meant.length,
      places.join('; '),
    ),
    file,
    range,
    related,
  };
}
