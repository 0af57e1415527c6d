import type { Finding } from '../model/finding.ts';
import type { JudgedCase, JudgedLink, JudgedNode } from '../project/snapshot.ts';
import { type Report, shown, totals } from './report.ts';

/** The result as one JSON document, in the form that design §7.1 fixes. */
export function reportJson(report: Report): string {
  const { snapshot, root } = report;
  const document = {
    schema: 1,
    root,
    git: gitFacts(report),
    cases: snapshot.cases.map((one) => caseFacts(one, report)),
    findings: snapshot.findings.map((finding) => findingFacts(finding, report)),
    summary: totals(snapshot),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Of the repository the evidence lies in; null outside of one. */
function gitFacts({ snapshot }: Report) {
  const subject = snapshot.cases[0]?.subject;
  if (!subject || (subject.withoutGit && subject.withoutGit !== 'no-commits')) return null;
  return { head: subject.head, shallow: subject.shallow, dirty: subject.dirty };
}

function caseFacts(one: JudgedCase, report: Report) {
  const { id, title, format } = one.case;
  return {
    id,
    title,
    file: shown(report, one.file),
    format,
    state: one.state,
    nodes: [...one.nodes.values()].map((node) => nodeFacts(node, one)),
    evidence: [...one.links.values()].map((link) => linkFacts(link, one)),
  };
}

function nodeFacts({ node, state }: JudgedNode, one: JudgedCase) {
  return {
    id: node.id,
    kind: node.kind,
    text: node.text,
    line: node.idRange.start.line + 1,
    parents: node.parents.map((parent) => one.nodes.get(parent)?.node.id ?? parent),
    state,
    derived: node.derived,
  };
}

function linkFacts({ link, verdict }: JudgedLink, one: JudgedCase) {
  const { baseline, changes } = verdict;
  const last = changes[0];
  return {
    id: (link.node === undefined ? undefined : one.nodes.get(link.node)?.node.id) ?? null,
    parent: one.nodes.get(link.parent)?.node.id ?? link.parent,
    locator: link.locator,
    line: link.range.start.line + 1,
    cited: link.cited,
    state: verdict.state,
    reason: verdict.reason,
    message: verdict.message,
    targets: verdict.targets.map(({ path, startLine, endLine }) => ({ path, startLine, endLine })),
    baseline: baseline ? { commit: baseline.commit, by: baseline.by } : null,
    changed: last
      ? { commit: last.commit, author: last.author, date: last.date, summary: last.summary }
      : null,
    changes: changes.length,
    suggestions: verdict.suggestions.map(({ locator }) => locator),
  };
}

function findingFacts({ rule, severity, message, file, range, node }: Finding, report: Report) {
  return { rule, severity, message, file: shown(report, file), range, node: node ?? null };
}
