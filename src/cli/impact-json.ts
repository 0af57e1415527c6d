import { fileOf } from '../model/file-of.ts';
import { type Impact, type LinkImpact, isOpen } from '../project/impact/impact.ts';
import { linksOf } from '../project/impact/say-impact.ts';
import { inheriting } from './impact-text.ts';
import { type Report, shown } from './report.ts';

/** What rests on a change as one JSON document; lines are 1-based. */
export function impactJson(found: Impact, report: Report): string {
  const claims = found.nodes.map(({ case: one, node: { node, state }, links, above }) => ({
    case: one.case.id,
    node: node.id,
    kind: node.kind,
    text: node.text,
    file: shown(report, fileOf(one, node)),
    line: node.idRange.start.line + 1,
    state,
    evidence: links.map(evidence),
    above: above.flatMap((ref) => {
      const other = report.snapshot.cases.find(({ key }) => key === ref.caseKey);
      const judged = other?.nodes.get(ref.node);
      return other && judged
        ? [{ case: other.case.id, node: judged.node.id, kind: judged.node.kind, state: judged.state }]
        : [];
    }),
  }));
  const links = linksOf(found);
  const document = {
    schema: 1,
    root: report.root,
    revision: found.revision ?? null,
    bases: found.bases,
    claims,
    problems: found.problems,
    summary: {
      claims: claims.length,
      evidence: links.filter(({ judged }) => judged.link.cited).length,
      open: links.filter(isOpen).length,
      inheriting: inheriting(found).size,
      untouched: found.untouched,
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function evidence({ judged: { link, verdict }, difference }: LinkImpact) {
  return {
    locator: link.locator,
    line: link.range.start.line + 1,
    cited: link.cited,
    state: verdict.state,
    reason: verdict.reason,
    change: difference.kind,
    ...(difference.kind === 'changed' && difference.parts && { parts: difference.parts }),
    ...(difference.kind === 'changed' && difference.files && { files: difference.files }),
    ...(difference.kind === 'unknown' && { why: difference.why }),
  };
}
