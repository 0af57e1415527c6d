import { Document, YAMLMap, YAMLSeq } from 'yaml';
import type { Case, EvidenceLink, PlainValue } from '../../model/case.ts';
import { type NodeKind, isDefeater } from '../../model/kinds.ts';
import { push } from '../../model/multimap.ts';
import type { Branch } from '../writing/branches.ts';
import type { OutlinedCase, Writer } from '../writing/writer.ts';
import { flow, mapOf, oneOrAll, scalar } from './collections.ts';
import { isWrittenLocator } from './entry-points.ts';
import { CHILD_KINDS, ITEM_KEYS } from './keys.ts';

/** Writes cases in the native form, one YAML document each. */
export const yamlWriter: Writer = {
  idRules: {
    allows: (id) => id !== '' && !ITEM_KEYS.includes(id),
    instead: ({ id, kind }, number) => `${id || kind}-${number + 1}`,
  },
  write: (cases) =>
    cases
      .map((one) => new Document(caseMap(one)).toString({ lineWidth: 110, flowCollectionPadding: false }))
      .join('---\n'),
};

/** The order in which a reader wants to be told: what is meant, how it is argued, what speaks against it, and the evidence. */
const CHILD_ORDER: readonly NodeKind[] = [
  'context',
  'assumption',
  'justification',
  'inference',
  'asset',
  'strategy',
  'claim',
  'threat',
  'control',
  'rebuttal',
  'undercut',
  'undermine',
  'evidence',
];

/** The key below which nodes of a kind stand; kinds with several have their first. */
const KEY_OF = new Map([...CHILD_KINDS].reverse().map(([key, kind]) => [kind, key]));

function caseMap({ case: one, roots }: OutlinedCase): YAMLMap {
  const map = new YAMLMap();
  map.set('case', scalar(one.title));
  map.set('id', scalar(one.id));
  const subject = subjectOf(one);
  if (subject !== undefined) map.set('subject', subject);
  addChildren(map, roots, []);
  return map;
}

function subjectOf({ subject }: Case): unknown {
  if (!subject) return undefined;
  const { repo, rev, path } = subject;
  if (rev === undefined && (repo === undefined || path === undefined)) return repo ?? path;
  return flow(
    mapOf([
      ['repo', repo],
      ['rev', rev],
      ['path', path],
    ]),
  );
}

function addChildren(map: YAMLMap, children: readonly Branch[], links: readonly EvidenceLink[]): void {
  const byKind = new Map<NodeKind, Branch[]>();
  for (const child of children) push(byKind, child.node.kind, child);
  for (const kind of CHILD_ORDER) {
    const nodes = byKind.get(kind) ?? [];
    if (kind === 'evidence') {
      if (nodes.length + links.length > 0) map.set('evidence', evidenceList(nodes, links));
    } else if (nodes.length > 0) {
      map.set(KEY_OF.get(kind), mapOf(nodes.map((node) => [node.id, valueOf(node)])));
    }
  }
}

/** Evidence is a list, since most of it has no id: locators, and `id: …` for what has one. */
function evidenceList(nodes: readonly Branch[], links: readonly EvidenceLink[]): YAMLSeq {
  const list = new YAMLSeq();
  for (const { locator, expect, watch } of links) {
    list.add(
      expect === undefined && watch === undefined
        ? scalar(locator)
        : mapOf([
            ['at', locator],
            ['expect', plain(expect)],
            ['watch', watch],
          ]),
    );
  }
  for (const node of nodes) list.add(mapOf([[node.id, valueOf(node)]]));
  return list;
}

/** What is expected, on one line. */
function plain(value: PlainValue | undefined): unknown {
  return value === undefined ? undefined : new Document().createNode(value, { flow: true });
}

/** A node as its text alone, or as an object where there is more to say. */
function valueOf(branch: Branch): unknown {
  const { node, children, links, supportedBy, answeredBy, hangsUnder } = branch;
  const isEvidence = node.kind === 'evidence';
  const [first] = links;
  const saysLocator = isEvidence && first !== undefined && node.text === first.locator;
  const map = mapOf([
    ['text', saysLocator ? undefined : node.text],
    ...saidOf(branch),
    ['at', isEvidence ? oneOrAll(links.map(({ locator }) => locator)) : undefined],
    ['expect', isEvidence ? plain(links.find(({ expect }) => expect !== undefined)?.expect) : undefined],
    ['watch', isEvidence ? links.find(({ watch }) => watch !== undefined)?.watch : undefined],
    ['supportedBy', oneOrAll(supportedBy.filter((id) => !answeredBy.includes(id)))],
    [isDefeater(node.kind) ? 'threatens' : 'answers', oneOrAll(hangsUnder)],
  ]);
  addChildren(map, children, isEvidence ? [] : links);
  const only = map.items.length === 1 ? map.get(isEvidence ? 'at' : 'text', true) : undefined;
  return only ?? map;
}

function saidOf({ node, entryPoints }: Branch): [string, unknown][] {
  const { undeveloped, defeated, status, satisfies, accepted, fields } = node;
  const { by, why, until } = accepted ?? {};
  return [
    ['undeveloped', undeveloped || undefined],
    ['defeated', defeated || undefined],
    ['status', status?.is],
    ['satisfies', oneOrAll(satisfies.map(({ requirement }) => requirement))],
    [
      'accepted',
      accepted &&
        flow(
          mapOf([
            ['by', by],
            ['why', why],
            ['until', until],
          ]),
        ),
    ],
    ...fields
      .filter(({ name }) => name !== 'entryPoints')
      .map(({ name, value }): [string, unknown] => [name, value]),
    [
      'entryPoints',
      listOf([
        ...entryPoints.map(({ locator }) => (isWrittenLocator(locator) ? locator : { at: locator })),
        ...fields
          .filter(({ name }) => name === 'entryPoints')
          .map(({ value }) => (isWrittenLocator(value.split(' ', 1)[0]!) ? { route: value } : value)),
      ]),
    ],
  ];
}

/** Entry points: a text where the reader takes it for what it is, else an object. */
function listOf(points: readonly (string | Readonly<Record<string, string>>)[]): unknown {
  if (points.length === 0) return undefined;
  const list = new YAMLSeq();
  for (const point of points) {
    list.add(typeof point === 'string' ? scalar(point) : flow(mapOf(Object.entries(point))));
  }
  return list;
}
