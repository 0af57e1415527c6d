import fc from 'fast-check';
import type { Case, CaseNode, EvidenceLink, NodeReference } from '../../src/model/case.ts';
import { NODE_KINDS, type NodeKind } from '../../src/model/kinds.ts';
import { NOWHERE, caseWith, linkOf, nodeOf } from './cases.ts';

/** What a generated case may contain. */
export interface CaseTraits {
  readonly kinds?: readonly NodeKind[];
  readonly text?: fc.Arbitrary<string>;
  readonly id?: (kind: NodeKind, number: number) => string;
  readonly locator?: fc.Arbitrary<string>;
}

/** Words with whatever notations give a meaning to, on one line, white space folded as readers do. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Unless',
        'TLS',
        'holds',
        'no',
        '1.0',
        '2024-01-01',
        '~',
        '- x',
        '# y',
        ': ',
        "it's",
        '"',
        '&a',
        '*b',
        '{c}',
      ),
      fc.constantFrom(
        '[d]',
        '<e>',
        '|',
        '>',
        '%',
        '@',
        '`f`',
        '\\',
        '--',
        '(g)',
        '^h',
        '$',
        '=',
        'é',
        '漢字',
        '🙂',
        ';',
        ',',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => fold(parts.join(' ')))
  .filter((text) => text !== '');

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

const someLocator = fc.constantFrom(
  'src/app.py',
  'src/app.py#main',
  'infra/nginx.conf#L10-L20',
  'tests/**',
  'docs/',
  'docs/with space.md',
  'https://example.org/report',
);

/** A case as an author may write it: a tree with further supports, links and what else is said of nodes. */
export function someCase({
  kinds = NODE_KINDS,
  text = anyText,
  id = (kind, number) => `${kind.slice(0, 2).toUpperCase()}${number}`,
  locator = someLocator,
}: CaseTraits = {}): fc.Arbitrary<Case> {
  const node = fc.record({
    kind: fc.constantFrom(...kinds),
    text,
    parent: fc.nat(1000),
    alsoSupports: fc.option(fc.nat(1000), { freq: 4 }),
    undeveloped: fc.boolean(),
    requirement: fc.option(fc.constantFrom('OWASP-2021:A02', 'ASVS-5.0:V1')),
    links: fc.uniqueArray(locator, { maxLength: 3 }),
  });
  return fc.tuple(text, fc.array(node, { minLength: 1, maxLength: 12 })).map(([title, drafts]) => {
    const ids = drafts.map(({ kind }, i) => id(kind, i + 1));
    const nodes: CaseNode[] = [];
    const evidence: EvidenceLink[] = [];
    const references: NodeReference[] = [];
    drafts.forEach((draft, i) => {
      const above = i === 0 ? undefined : ids[draft.parent % i]!;
      const also = draft.alsoSupports === null ? undefined : ids[draft.alsoSupports % (i + 1)]!;
      if (also !== undefined && also !== ids[i] && also !== above) {
        references.push({ from: also, target: ids[i]!, range: NOWHERE });
      }
      nodes.push(
        nodeOf(ids[i]!, draft.kind, above === undefined ? [] : [above], {
          text: draft.text,
          undeveloped: draft.undeveloped && draft.links.length === 0,
          satisfies: draft.requirement === null ? [] : [{ requirement: draft.requirement, range: NOWHERE }],
        }),
      );
      draft.links.forEach((locator, n) =>
        evidence.push(
          draft.kind === 'evidence'
            ? linkOf(`${i}-${n}`, above ?? ids[i]!, { node: ids[i]!, locator })
            : linkOf(`${i}-${n}`, ids[i]!, { locator }),
        ),
      );
    });
    return caseWith('generated', nodes, { title, evidence, references });
  });
}

/** What a case says, whatever the order and the notation, for comparing. */
export function contentOf(one: Case) {
  const ids = new Map(one.nodes.map(({ key, id }) => [key, id]));
  const nodes = one.nodes.map(
    ({ id, kind, text, undeveloped, defeated, status, accepted, satisfies, fields }) =>
      JSON.stringify({
        id,
        kind,
        text,
        undeveloped,
        defeated: defeated ?? false,
        status: status?.is,
        accepted: accepted && [accepted.by, accepted.why, accepted.until],
        satisfies: satisfies.map(({ requirement }) => requirement),
        fields: fields.map(({ name, value }) => [name, value]),
      }),
  );
  const edges = [
    ...one.nodes.flatMap(({ id, parents }) => parents.map((parent) => `${ids.get(parent)} <- ${id}`)),
    ...one.references.map(({ from, target }) => `${ids.get(from)} <- ${ids.get(target) ?? target}`),
  ];
  const links = one.evidence.map(({ node, parent, locator, role, cited, expect }) =>
    JSON.stringify([ids.get(node ?? parent), locator, role, cited, expect]),
  );
  return { title: one.title, nodes: nodes.sort(), edges: [...new Set(edges)].sort(), links: links.sort() };
}
