import type { Case, EvidenceLink } from '../model/case.ts';
import type { Finding } from '../model/finding.ts';
import { type Graph, type NodeRef, type ReferenceProblem, buildGraph } from '../model/graph.ts';
import { fileOf } from '../model/file-of.ts';
import { push } from '../model/multimap.ts';
import { type NodeJudgement, addCounts, nodeId, propagate } from '../model/propagate.ts';
import type { Standard } from '../model/standard.ts';
import { worstState } from '../model/state.ts';
import { comparePositions } from '../model/text.ts';
import type { Verdict } from '../model/verdict.ts';
import { checkCase } from '../rules/all.ts';
import { elementsOf } from '../rules/elements.ts';
import { sayWithoutGit } from './judging/explain.ts';
import type { JudgedCase, JudgedNode, JudgedSubject, Snapshot } from './snapshot.ts';

/** A case with the verdicts of its links. */
export interface CaseVerdicts {
  /** Unique among all cases. */
  readonly key: string;
  readonly file: string;
  readonly case: Case;
  readonly subject: JudgedSubject;
  /** By link key; mentions that are no evidence are left out. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** Prose and drawings, whose authors follow no notation to the letter. */
const LENIENT: ReadonlySet<string> = new Set(['markdown', 'drawio']);

/** Puts all that is known together: the graph over all cases, the states of its nodes, and what the rules find. Pure. */
export function assemble(
  cases: readonly CaseVerdicts[],
  claimFiles: readonly string[],
  readerFindings: readonly Finding[],
  now: Date,
  standards: readonly Standard[] = [],
): Snapshot {
  const graph = buildGraph(cases);
  const linksByNode = groupLinks(cases);
  const today = now.toISOString().slice(0, 10);
  const judgements = propagate(graph, (ref) => linksByNode.get(nodeId(ref)) ?? [], today);
  const problems = new Map<string, ReferenceProblem[]>();
  for (const problem of graph.problems) push(problems, problem.caseKey, problem);
  const parents = parentsIn(graph);
  const judged = cases.map((one) => judgeCase(one, { graph, judgements, linksByNode, parents }));
  const found = cases.flatMap((one) =>
    checkCase({
      file: one.file,
      case: one.case,
      elements: elementsOf(one.key, one.case, graph, (ref) => parents.get(nodeId(ref)) ?? []),
      lenient: LENIENT.has(one.case.format),
      verdicts: one.verdicts,
      referenceProblems: problems.get(one.key) ?? [],
      standards,
      today,
      subject: {
        root: one.subject.root,
        shallow: one.subject.shallow,
        ...(one.subject.withoutGit ? { withoutHistory: sayWithoutGit(one.subject.withoutGit) } : {}),
      },
    }),
  );
  return {
    cases: judged,
    findings: distinct([...readerFindings, ...found]).sort(byPlace),
    claimFiles,
    standards,
  };
}

interface LinkAtNode {
  readonly link: EvidenceLink;
  readonly verdict: Verdict;
  readonly state: Verdict['state'];
}

/** A link stands at its evidence node, where it has one, else at the node it hangs under. */
function groupLinks(cases: readonly CaseVerdicts[]): Map<string, LinkAtNode[]> {
  const groups = new Map<string, LinkAtNode[]>();
  for (const { key, case: one, verdicts } of cases) {
    for (const link of one.evidence) {
      const verdict = verdicts.get(link.key);
      if (!verdict) continue;
      const id = nodeId({ caseKey: key, node: link.node ?? link.parent });
      push(groups, id, { link, verdict, state: verdict.state });
    }
  }
  return groups;
}

/** The graph the other way round: what each node hangs under. */
function parentsIn(graph: Graph): Map<string, NodeRef[]> {
  const parents = new Map<string, NodeRef[]>();
  for (const ref of graph.bottomUp)
    for (const child of graph.children(ref)) push(parents, nodeId(child), ref);
  return parents;
}

interface Judged {
  readonly graph: Graph;
  readonly judgements: ReadonlyMap<string, NodeJudgement>;
  readonly linksByNode: ReadonlyMap<string, readonly LinkAtNode[]>;
  readonly parents: ReadonlyMap<string, readonly NodeRef[]>;
}

function judgeCase(one: CaseVerdicts, { graph, judgements, linksByNode, parents }: Judged): JudgedCase {
  const refOf = (node: string): NodeRef => ({ caseKey: one.key, node });
  const nodes = new Map<string, JudgedNode>();
  const below = new Set<string>();
  for (const node of one.case.nodes) {
    const ref = refOf(node.key);
    const children = graph.children(ref);
    for (const child of children) if (child.caseKey === one.key) below.add(child.node);
    const links = (linksByNode.get(nodeId(ref)) ?? []).map(({ link }) => link.key);
    const above = parents.get(nodeId(ref)) ?? [];
    nodes.set(node.key, { node, ...judgements.get(nodeId(ref))!, children, parents: above, links });
  }
  const roots = one.case.nodes.map((node) => node.key).filter((key) => !below.has(key));
  return {
    key: one.key,
    file: one.file,
    files: filesOf(one),
    case: one.case,
    subject: one.subject,
    state: worstState(roots.map((root) => nodes.get(root)!.state)),
    counts: addCounts(roots.map((root) => nodes.get(root)!.counts)),
    nodes,
    links: new Map(
      one.case.evidence.flatMap((link) => {
        const verdict = one.verdicts.get(link.key);
        return verdict ? [[link.key, { link, verdict }] as const] : [];
      }),
    ),
    roots,
  };
}

function filesOf(one: CaseVerdicts): string[] {
  const { nodes, evidence, references } = one.case;
  return [...new Set([one.file, ...[...nodes, ...evidence, ...references].map((part) => fileOf(one, part))])];
}

/** Without what is said twice of one place, as of a module that several arguments go on in. */
function distinct(findings: readonly Finding[]): Finding[] {
  const said = new Map<string, Finding>();
  for (const finding of findings) {
    const { rule, file, range, message } = finding;
    const { start, end } = range;
    const key = [rule, file, start.line, start.character, end.line, end.character, message].join('\0');
    if (!said.has(key)) said.set(key, finding);
  }
  return [...said.values()];
}

/** Orders findings by file and place. */
export function byPlace(a: Finding, b: Finding): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : comparePositions(a.range.start, b.range.start);
}
