import { type Converted, convert } from '../formats/writing/convert.ts';
import type { CaseStates } from '../formats/writing/writer.ts';
import type { Case, EvidenceLink } from '../model/case.ts';
import { fileOf } from '../model/file-of.ts';
import type { NotationName } from '../model/notations.ts';
import { folderOf, joinPath, normalizePath, pathBelow } from '../model/paths.ts';
import { isTakenAsGiven } from '../model/taken-as-given.ts';
import type { JudgedCase, JudgedLink } from './snapshot.ts';

/**
 * Writes judged cases in another notation. Documents name files by as little as their last part; in other notations a locator starts at
 * the root, so what was found is written, not what was guessed from.
 */
export function convertCases(cases: readonly JudgedCase[], to: NotationName): Converted {
  return convert(cases.map(withFoundPaths), to, cases.map(statesOf));
}

function statesOf({ nodes, links }: JudgedCase): CaseStates {
  return {
    ofNode: (key) => {
      const judged = nodes.get(key);
      return judged && !isTakenAsGiven(judged.node, judged) ? judged.state : undefined;
    },
    ofLink: (key) => links.get(key)?.verdict.state,
  };
}

function withFoundPaths(one: JudgedCase): Case {
  if (one.case.format === 'yaml') return one.case;
  return { ...one.case, evidence: [...one.links.values()].map((judged) => withFoundPath(judged, one)) };
}

/** What was taken for a path and is none was left out when the links were judged, and is not made one now. */
function withFoundPath({ link, verdict }: JudgedLink, one: JudgedCase): EvidenceLink {
  const [target, ...others] = verdict.targets;
  if (!target || others.length > 0 || verdict.state === 'broken') return fromRoot(link, one);
  // A file without any text ends at line 0, too.
  const isFolder = target.whole && target.startLine === 0;
  const hash = link.locator.indexOf('#');
  const fragment = hash < 0 ? '' : link.locator.slice(hash);
  return { ...link, locator: `${target.path}${isFolder ? '/' : fragment}` };
}

/** A link that leads nowhere, as it would be written from the root: what begins with `../` would else be said to lead out of it. */
function fromRoot(link: EvidenceLink, one: JudgedCase): EvidenceLink {
  const document = pathBelow(one.subject.root, fileOf(one, link));
  if (document === undefined || !/^\.\.?\//.test(link.locator)) return link;
  const hash = link.locator.indexOf('#');
  const [path, fragment] =
    hash < 0 ? [link.locator, ''] : [link.locator.slice(0, hash), link.locator.slice(hash)];
  const normal = normalizePath(joinPath(folderOf(document), path));
  const slash = path.endsWith('/') ? '/' : '';
  return normal ? { ...link, locator: normal + slash + fragment } : link;
}
