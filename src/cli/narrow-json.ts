import { linkFacts } from './link-facts.ts';
import type { CaseNarrowings } from './narrow-cases.ts';
import type { Report } from './report.ts';

/** The proposals as one JSON document; lines are 1-based. */
export function narrowJson(found: readonly CaseNarrowings[], report: Report): string {
  const links = found.flatMap(({ case: one, narrowings }) =>
    narrowings.map(({ link, targets }) => ({
      ...linkFacts(one, link, report),
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
