import { fileOf } from '../model/file-of.ts';
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
function gitFacts({ snapshot, subject: first }: Report) {
  const subject = snapshot.cases[0]?.subject ?? first;
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
    ...(one.unread && { unread: true }),
    nodes: [...one.nodes.values()].map((node) => nodeFacts(node, one, report)),
    evidence: [...one.links.values()].map((link) => linkFacts(link, one, report)),
  };
}

/** Where something is written, if not in the case's own file. */
function elsewhere(part: { readonly file?: string }, one: JudgedCase, report: Report): { file?: string } {
  const file = fileOf(one, part);
  return file === one.file ? {} : { file: shown(report, file) };
}

/** Ids of the nodes above: of this case as they are, of others as `case-id/node-id`. */
function parentIds({ node, parents }: JudgedNode, one: JudgedCase, { snapshot }: Report): string[] {
  const nested = node.parents.map((key) => one.nodes.get(key)?.node.id ?? key);
  const referring = parents
    .filter(({ caseKey, node: key }) => caseKey !== one.key || !node.parents.includes(key))
    .map(({ caseKey, node: key }) => {
      const home = snapshot.cases.find((other) => other.key === caseKey);
      const id = home?.nodes.get(key)?.node.id ?? key;
      return home === one || !home ? id : `${home.case.id}/${id}`;
    });
  return [...nested, ...referring];
}

function nodeFacts(judged: JudgedNode, one: JudgedCase, report: Report) {
  const { node, state } = judged;
  return {
    id: node.id,
    kind: node.kind,
    text: node.text,
    ...elsewhere(node, one, report),
    line: node.idRange.start.line + 1,
    parents: parentIds(judged, one, report),
    state,
    derived: node.derived,
  };
}

function linkFacts({ link, verdict }: JudgedLink, one: JudgedCase, report: Report) {
  const { baseline, changes, review } = verdict;
  const last = changes[0];
  return {
    id: (link.node === undefined ? undefined : one.nodes.get(link.node)?.node.id) ?? null,
    parent: one.nodes.get(link.parent)?.node.id ?? link.parent,
    locator: link.locator,
    ...elsewhere(link, one, report),
    line: link.range.start.line + 1,
    cited: link.cited,
    role: link.role,
    state: verdict.state,
    reason: verdict.reason,
    message: verdict.message,
    targets: verdict.targets.map(({ path, startLine, endLine }) => ({ path, startLine, endLine })),
    baseline: baseline ? { commit: baseline.commit, by: baseline.by } : null,
    review: review ? { by: review.by, at: review.at, note: review.note ?? null } : null,
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
