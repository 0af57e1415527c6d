import { fileOf } from '../model/file-of.ts';
import type { CaseNarrowings } from './narrow-cases.ts';
import { type Report, shown } from './report.ts';

/** The proposals as one JSON document; lines are 1-based. */
export function narrowJson(found: readonly CaseNarrowings[], report: Report): string {
  const links = found.flatMap(({ case: one, narrowings }) =>
    narrowings.map(({ link: { link, verdict }, targets }) => ({
      case: one.case.id,
      node: one.nodes.get(link.parent)?.node.id ?? link.parent,
      locator: link.locator,
      file: shown(report, fileOf(one, link)),
      line: link.range.start.line + 1,
      state: verdict.state,
      reason: verdict.reason,
      parts: targets.map(({ locator, part, namedBy, changed }) => ({
        locator,
        part,
        namedBy: namedBy ?? null,
        changed: changed ?? null,
      })),
    })),
  );
  return `${JSON.stringify({ schema: 1, links }, null, 2)}\n`;
}
