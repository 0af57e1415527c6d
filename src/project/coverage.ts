import type { CaseNode } from '../model/case.ts';
import { push } from '../model/multimap.ts';
import {
  type Requirement,
  type Standard,
  findRequirement,
  requirementName,
  requirementsByParent,
  splitRequirement,
} from '../model/standard.ts';
import { type NodeState, worstState } from '../model/state.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import type { Range } from '../model/text.ts';
import type { JudgedCase, JudgedNode, Snapshot } from './snapshot.ts';

/** A node with its case. */
export interface NodeInCase {
  readonly case: JudgedCase;
  readonly node: CaseNode;
  readonly state: NodeState;
}

/** A node that says it satisfies a requirement. */
export interface Satisfier extends NodeInCase {
  /** As written, `ASVS-5.0:V3.4.1`. */
  readonly requirement: string;
  readonly range: Range;
}

/** A requirement, and the claims that satisfy it. */
export interface RequirementCoverage {
  readonly requirement: Requirement;
  /** How many chapters it stands in. */
  readonly depth: number;
  /** It holds other requirements, and is none by itself; it counts only where a claim names it. */
  readonly isChapter: boolean;
  readonly satisfiedBy: readonly Satisfier[];
  /** The claims satisfy only parts of it, which the standard's file does not list. */
  readonly inPart: boolean;
  /** The worst of its claims; undefined where there is none. */
  readonly state?: NodeState;
}

/** What becomes of one standard. */
export interface StandardCoverage {
  readonly standard: Standard;
  /** In the order of the standard. */
  readonly requirements: readonly RequirementCoverage[];
}

/** The requirements of some standards, with the claims of all cases that satisfy them. */
export function coverageOf({ cases }: Snapshot, standards: readonly Standard[]): StandardCoverage[] {
  const satisfiers = new Map<string, Satisfier[]>();
  for (const one of satisfiersIn(cases)) {
    const found = findRequirement(standards, one.requirement);
    if (!found) continue;
    const { standard, requirement } = found;
    const listed = standard.requirements.includes(requirement);
    const home = listed ? requirement : { ...requirement, id: requirement.parent! };
    push(satisfiers, requirementName(standard, home), one);
  }
  return standards.map((standard) => {
    const below = requirementsByParent(standard);
    const depths = new Map<string | undefined, number>([[undefined, -1]]);
    const requirements = standard.requirements.map((requirement) => {
      const depth = (depths.get(requirement.parent) ?? -1) + 1;
      depths.set(requirement.id, depth);
      const name = requirementName(standard, requirement);
      const satisfiedBy = satisfiers.get(name) ?? [];
      return {
        requirement,
        depth,
        isChapter: below.has(requirement.id),
        satisfiedBy,
        inPart: satisfiedBy.length > 0 && satisfiedBy.every((one) => nameOf(one) !== name),
        ...(satisfiedBy.length > 0 && { state: worstState(satisfiedBy.map(({ state }) => state)) }),
      };
    });
    return { standard, requirements };
  });
}

/** The standards that some claim names, in their order; and what claims name that is in no standard. */
export function namedStandards({ cases, standards }: Snapshot): {
  standards: Standard[];
  unknown: Satisfier[];
} {
  const all = satisfiersIn(cases);
  const named = new Set(all.map(({ requirement }) => splitRequirement(requirement)?.standard));
  return {
    standards: standards.filter(({ id }) => named.has(id)),
    unknown: all.filter(({ requirement }) => !findRequirement(standards, requirement)),
  };
}

/** What is counted of a standard: the requirements themselves, not the chapters that hold them. */
export function coverageCounts({ requirements }: StandardCoverage): {
  requirements: number;
  covered: number;
  current: number;
} {
  const counted = requirements.filter(({ isChapter }) => !isChapter);
  return {
    requirements: counted.length,
    covered: counted.filter(({ state }) => state !== undefined).length,
    current: counted.filter(
      (one) => one.state === 'current' && !one.inPart && !one.satisfiedBy.some(isLeftOpen),
    ).length,
  };
}

/** A claim that is left undeveloped satisfies nothing yet. */
function isLeftOpen({ case: one, node }: NodeInCase): boolean {
  return isTakenAsGiven(node, one.nodes.get(node.key)!);
}

function satisfiersIn(cases: readonly JudgedCase[]): Satisfier[] {
  return cases.flatMap((one) =>
    [...one.nodes.values()].flatMap(({ node, state }: JudgedNode) =>
      node.satisfies.map(({ requirement, range }) => ({ case: one, node, state, requirement, range })),
    ),
  );
}

/** `ASVS-5.0:V3`, without the space that someone may have written behind the colon. */
function nameOf({ requirement }: Satisfier): string {
  const parts = splitRequirement(requirement);
  return parts ? `${parts.standard}:${parts.requirement}` : requirement;
}
