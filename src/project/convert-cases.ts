import { type Converted, convert } from '../formats/writing/convert.ts';
import type { Case, EvidenceLink } from '../model/case.ts';
import type { NotationName } from '../model/notations.ts';
import type { JudgedCase, JudgedLink } from './snapshot.ts';

/**
 * Writes judged cases in another notation. Documents name files by as little as their last part; in other notations a locator starts at
 * the root, so what was found is written, not what was guessed from.
 */
export function convertCases(cases: readonly JudgedCase[], to: NotationName): Converted {
  return convert(cases.map(withFoundPaths), to);
}

function withFoundPaths(one: JudgedCase): Case {
  if (one.case.format === 'yaml') return one.case;
  return {
    ...one.case,
    evidence: one.case.evidence.map((link) => withFoundPath(link, one.links.get(link.key))),
  };
}

function withFoundPath(link: EvidenceLink, judged: JudgedLink | undefined): EvidenceLink {
  const [target, ...others] = judged?.verdict.targets ?? [];
  if (!target || others.length > 0 || judged?.verdict.state === 'broken') return link;
  const isFolder = target.whole && target.endLine === 0;
  const hash = link.locator.indexOf('#');
  const fragment = hash < 0 ? '' : link.locator.slice(hash);
  return { ...link, locator: `${target.path}${isFolder ? '/' : fragment}` };
}
