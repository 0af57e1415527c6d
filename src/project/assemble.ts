import type { Case, EvidenceLink } from '../model/case.ts';
import type { Finding } from '../model/finding.ts';
import { type Graph, type NodeRef, type ReferenceProblem, buildGraph } from '../model/graph.ts';
import { fileOf } from '../model/file-of.ts';
import { push } from '../model/multimap.ts';
import { NodeMap, pushAt } from '../model/node-map.ts';
import { type NodeJudgement, judgeTops, propagate } from '../model/propagate.ts';
import type { Standard } from '../model/standard.ts';
import { worstState } from '../model/state.ts';
import { comparePositions } from '../model/text.ts';
import type { Verdict } from '../model/verdict.ts';
import { checkCase } from '../rules/all.ts';
import { elementsOf } from '../rules/elements.ts';
import { unreadFiles } from '../rules/unread.ts';
import { sayWithoutGit } from './judging/explain.ts';
import type { JudgedCase, JudgedLink, JudgedNode, JudgedSubject, Snapshot } from './snapshot.ts';

/** A case with the verdicts of its links. */
export interface CaseVerdicts {
  /** Unique among all cases. */
  readonly key: string;
  readonly file: string;
  readonly case: Case;
  /** The folders that it is at home in, the narrowest first; see `KeyedCase.homes`. */
  readonly homes?: readonly string[];
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
  const judgements = propagate(graph, (ref) => linksByNode.get(ref) ?? [], today);
  const problems = new Map<string, ReferenceProblem[]>();
  for (const problem of graph.problems) push(problems, problem.caseKey, problem);
  const parents = parentsIn(graph);
  const unread = unreadFiles(readerFindings);
  const judged = cases.map((one) => judgeCase(one, { graph, judgements, linksByNode, parents, unread }));
  const found = cases.flatMap((one) =>
    checkCase({
      file: one.file,
      case: one.case,
      elements: elementsOf(one.key, one.case, graph, (ref) => parents.get(ref) ?? []),
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
    comments: [],
  };
}

interface LinkAtNode {
  readonly link: EvidenceLink;
  readonly verdict: Verdict;
  readonly state: Verdict['state'];
}

/** A link stands at its evidence node, where it has one, else at the node it hangs under. */
function groupLinks(cases: readonly CaseVerdicts[]): NodeMap<LinkAtNode[]> {
  const groups = new NodeMap<LinkAtNode[]>();
  for (const { key, case: one, verdicts } of cases) {
    for (const link of one.evidence) {
      const verdict = verdicts.get(link.key);
      if (!verdict) continue;
      const ref = { caseKey: key, node: link.node ?? link.parent };
      pushAt(groups, ref, { link, verdict, state: verdict.state });
    }
  }
  return groups;
}

/** The graph the other way round: what each node hangs under. */
function parentsIn(graph: Graph): NodeMap<NodeRef[]> {
  const parents = new NodeMap<NodeRef[]>();
  for (const ref of graph.bottomUp) for (const child of graph.children(ref)) pushAt(parents, child, ref);
  return parents;
}

interface Judged {
  readonly graph: Graph;
  readonly judgements: NodeMap<NodeJudgement>;
  readonly linksByNode: NodeMap<LinkAtNode[]>;
  readonly parents: NodeMap<NodeRef[]>;
  /** Files of which a part could not be read. */
  readonly unread: ReadonlySet<string>;
}

function judgeCase(
  one: CaseVerdicts,
  { graph, judgements, linksByNode, parents, unread }: Judged,
): JudgedCase {
  const refOf = (node: string): NodeRef => ({ caseKey: one.key, node });
  const nodes = new Map<string, JudgedNode>();
  const below = new Set<string>();
  for (const node of one.case.nodes) {
    const ref = refOf(node.key);
    const children = graph.children(ref);
    for (const child of children) if (child.caseKey === one.key) below.add(child.node);
    const links = (linksByNode.get(ref) ?? []).map(({ link }) => link.key);
    nodes.set(node.key, {
      ...judgements.get(ref)!,
      node,
      children,
      parents: parents.get(ref) ?? [],
      links,
    });
  }
  const roots = one.case.nodes.map((node) => node.key).filter((key) => !below.has(key));
  const files = filesOf(one);
  const isUnread = files.some((file) => unread.has(file));
  const { state, counts } = judgeTops(roots.map((root) => nodes.get(root)!));
  return {
    key: one.key,
    file: one.file,
    files,
    case: one.case,
    homes: one.homes ?? [],
    subject: one.subject,
    state: isUnread ? worstState([state, 'unknown']) : state,
    ...(isUnread && { unread: true as const }),
    counts,
    nodes,
    links: linksOf(one),
    roots,
    referred: graph.referred(one.key),
  };
}

function linksOf({ case: { evidence }, verdicts }: CaseVerdicts): Map<string, JudgedLink> {
  const links = new Map<string, JudgedLink>();
  for (const link of evidence) {
    const verdict = verdicts.get(link.key);
    if (verdict) links.set(link.key, { link, verdict });
  }
  return links;
}

function filesOf(one: CaseVerdicts): string[] {
  const files = new Set([one.file]);
  const { nodes, evidence, references } = one.case;
  for (const parts of [nodes, evidence, references]) for (const part of parts) files.add(fileOf(one, part));
  return [...files];
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
