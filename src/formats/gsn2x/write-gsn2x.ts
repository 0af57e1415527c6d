import { Document, type YAMLMap } from 'yaml';
import type { CaseNode } from '../../model/case.ts';
import { type NodeKind, isDefeater } from '../../model/kinds.ts';
import { isAnswer } from '../writing/against.ts';
import type { Branch } from '../writing/branches.ts';
import type { OutlinedCase, Writer } from '../writing/writer.ts';
import { mapOf, oneOrAll } from '../yaml/collections.ts';
import { type ElementType, isCounter, typeOfId } from './kinds.ts';

/** Writes one case for gsn2x: each node an element of its own, which names what supports it, what it stands in the context of, and what it challenges. */
export const gsn2xWriter: Writer = {
  idRules: {
    allows: (id) => id !== 'module' && /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id),
    instead: ({ kind }, number) => `${LETTERS[TYPES[kind]]}${number}`,
  },
  write: (cases) => {
    const [one] = cases;
    return one ? new Document(caseMap(one)).toString({ lineWidth: 110, flowCollectionPadding: false }) : '';
  },
};

/** The type of each kind, or of the nearest one that GSN has. */
const TYPES: Readonly<Record<NodeKind, ElementType>> = {
  claim: 'Goal',
  strategy: 'Strategy',
  evidence: 'Solution',
  context: 'Context',
  assumption: 'Assumption',
  justification: 'Justification',
  inference: 'Justification',
  rebuttal: 'CounterGoal',
  undercut: 'CounterGoal',
  undermine: 'CounterGoal',
  threat: 'CounterGoal',
  asset: 'Context',
  control: 'Goal',
};

const LETTERS: Readonly<Record<ElementType, string>> = {
  Goal: 'G',
  Strategy: 'S',
  Solution: 'Sn',
  Context: 'C',
  Assumption: 'A',
  Justification: 'J',
  CounterGoal: 'CG',
  CounterSolution: 'CSn',
};

const CONTEXTUAL: ReadonlySet<ElementType> = new Set<ElementType>(['Context', 'Assumption', 'Justification']);

function caseMap({ case: one, roots }: OutlinedCase): YAMLMap {
  const types = new Map<string, ElementType>();
  const note = (branch: Branch, parent: Branch | undefined): void => {
    types.set(branch.id, typeOf(branch.node, parent));
    for (const child of branch.children) note(child, branch);
  };
  for (const root of roots) note(root, undefined);
  const elements = roots.flatMap((root) => elementsOf(root, undefined, types));
  const module = mapOf([
    ['name', one.id],
    ['brief', one.title === one.id ? undefined : one.title],
  ]);
  return mapOf([['module', module], ...elements]);
}

function typeOf({ kind }: CaseNode, parent: Branch | undefined): ElementType {
  if (!isAnswer(kind, parent)) return TYPES[kind];
  return kind === 'evidence' ? 'CounterSolution' : 'CounterGoal';
}

type NamedElement = readonly [id: string, element: YAMLMap];

/** The elements of a node and of all below it, the solutions that its evidence needs included. */
function elementsOf(
  branch: Branch,
  parent: Branch | undefined,
  types: ReadonlyMap<string, ElementType>,
): NamedElement[] {
  const { node, id, children, links, supportedBy } = branch;
  const isEvidence = node.kind === 'evidence';
  const solutions = isEvidence
    ? []
    : links.map(({ locator }, i) => solution(branch, `${id}-evidence-${i + 1}`, locator));
  // What answers a defeater from elsewhere would make it stronger here.
  const known = isDefeater(node.kind) ? [] : supportedBy.filter((other) => types.has(other));
  const below = [...children.map((child) => child.id), ...known];
  const supports = below.filter(
    (other) => !CONTEXTUAL.has(types.get(other)!) && !isCounter(types.get(other)!),
  );
  const answered = isDefeater(node.kind);
  const type = types.get(id)!;
  const element = mapOf([
    ['text', node.text],
    ['nodeType', typeOfId(id) === type ? undefined : type],
    ['inContextOf', oneOrAll(below.filter((other) => CONTEXTUAL.has(types.get(other)!)))],
    ['supportedBy', oneOrAll([...supports, ...(answered ? [] : solutions.map(([name]) => name))])],
    ['challenges', isCounter(type) ? parent?.id : undefined],
    ['undeveloped', node.undeveloped || undefined],
    ['defeated', node.defeated || undefined],
    ...(isEvidence ? placesOf(links.map(({ locator }) => locator)) : []),
  ]);
  return [[id, element], ...solutions, ...children.flatMap((child) => elementsOf(child, branch, types))];
}

/** Evidence without an id of its own; under a defeater, which it answers, a counter solution. */
function solution({ id, node }: Branch, name: string, locator: string): NamedElement {
  const answers = isDefeater(node.kind);
  return [
    name,
    mapOf([
      ['text', locator],
      ['nodeType', answers ? 'CounterSolution' : 'Solution'],
      ['challenges', answers ? id : undefined],
      ...placesOf([locator]),
    ]),
  ];
}

/** The first place is what the picture of a solution links to; gsn2x shows further ones as a layer. */
function placesOf([first, ...others]: readonly string[]): [string, unknown][] {
  return [
    ['url', first],
    ['evidence', oneOrAll(others.map((locator) => `\`${locator}\``))],
  ];
}
