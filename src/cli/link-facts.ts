import { fileOf } from '../model/file-of.ts';
import type { JudgedCase, JudgedLink } from '../project/snapshot.ts';
import { type Report, shown } from './report.ts';

/** What names a link in a JSON document, and how it stands; the line is 1-based. */
export function linkFacts(one: JudgedCase, { link, verdict }: JudgedLink, report: Report) {
  return {
    case: one.case.id,
    node: one.nodes.get(link.parent)?.node.id ?? link.parent,
    locator: link.locator,
    file: shown(report, fileOf(one, link)),
    line: link.range.start.line + 1,
    state: verdict.state,
    reason: verdict.reason,
  };
}
