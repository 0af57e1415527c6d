import { type AcceptanceProblem, acceptanceProblems } from '../model/acceptance.ts';
import type { NodeRef } from '../model/graph.ts';
import { isDefeater, isSupportable } from '../model/kinds.ts';
import type { NodeInCase } from './coverage.ts';
import { worstState } from '../model/state.ts';
import type { JudgedCase, JudgedLink, Snapshot } from './snapshot.ts';

/** Something worth protecting, and what is against it. */
export interface AssetCoverage extends NodeInCase {
  readonly threats: readonly NodeInCase[];
}

/** A threat, or a risk that a person accepted, and what stands against it. */
export interface ThreatCoverage extends NodeInCase {
  readonly assets: readonly NodeInCase[];
  /** Controls, claims and evidence with an id that answer it. */
  readonly answers: readonly NodeInCase[];
  /** Evidence that answers it directly. */
  readonly evidence: readonly JudgedLink[];
  /** Where it meets the code. */
  readonly entryPoints: readonly JudgedLink[];
  /** What keeps its acceptance from counting, if a person accepted it; undefined if nobody did. */
  readonly acceptanceProblems?: readonly AcceptanceProblem[];
}

export interface ThreatModel {
  readonly assets: readonly AssetCoverage[];
  readonly threats: readonly ThreatCoverage[];
  /** Defeaters that are no threats and that a person accepted, or tried to. */
  readonly residualRisks: readonly ThreatCoverage[];
}

/**
 * Every asset and threat of all cases, in the order of the documents, and what answers each.
 *
 * @param today ISO 8601 date
 */
export function threatModelOf({ cases }: Snapshot, today: string): ThreatModel {
  const byKey = new Map(cases.map((one) => [one.key, one]));
  const at = ({ caseKey, node }: NodeRef): NodeInCase[] => {
    const home = byKey.get(caseKey);
    const judged = home?.nodes.get(node);
    return home && judged ? [{ case: home, node: judged.node, state: judged.state }] : [];
  };
  const threatOf = (one: NodeInCase): ThreatCoverage => {
    const judged = one.case.nodes.get(one.node.key)!;
    const links = judged.links.flatMap((key) => one.case.links.get(key) ?? []);
    const cited = links.filter(({ link }) => link.cited);
    const { accepted } = one.node;
    return {
      ...one,
      assets: judged.parents.flatMap(at).filter(({ node }) => node.kind === 'asset'),
      answers: judged.children
        .flatMap(at)
        .filter(({ node }) => isSupportable(node.kind) || node.kind === 'evidence'),
      evidence: cited.filter(({ link }) => link.role === 'evidence'),
      entryPoints: cited.filter(({ link }) => link.role === 'entry-point'),
      ...(accepted && { acceptanceProblems: acceptanceProblems(accepted, today) }),
    };
  };
  const assetOf = (one: NodeInCase): AssetCoverage => {
    const children = one.case.nodes.get(one.node.key)!.children.flatMap(at);
    const threats = children.filter(({ node }) => isDefeater(node.kind));
    // Nobody asked what threatens it, so nobody knows that it is safe.
    const state = threats.length > 0 ? one.state : worstState([one.state, 'unknown']);
    return { ...one, state, threats };
  };
  const all = cases.flatMap(nodesOf);
  return {
    assets: all.filter(({ node }) => node.kind === 'asset').map(assetOf),
    threats: all.filter(({ node }) => node.kind === 'threat').map(threatOf),
    residualRisks: all
      .filter(({ node }) => node.kind !== 'threat' && isDefeater(node.kind) && node.accepted)
      .map(threatOf),
  };
}

function nodesOf(one: JudgedCase): NodeInCase[] {
  return [...one.nodes.values()].map(({ node, state }) => ({ case: one, node, state }));
}
