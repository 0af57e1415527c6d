import { say } from '../../l10n/say.ts';
import { closest } from '../../model/closest.ts';
import type { Finding } from '../../model/finding.ts';
import type { NodeRef } from '../../model/graph.ts';
import { push } from '../../model/multimap.ts';
import { listNames } from '../../model/phrases.ts';
import type { Target } from '../../model/verdict.ts';
import type { JudgedCase } from '../snapshot.ts';
import type { CodeComment } from './code-comment.ts';
import type { CommentedFile } from './comment-store.ts';

/** What the comments of a subject name, and what is wrong with it. */
export interface JudgedComments {
  readonly comments: readonly CodeComment[];
  readonly findings: readonly Finding[];
}

/** A name is compared with all others for a suggestion, which would take for ever for very many. */
const MOST_SUGGESTIONS = 100;

/**
 * Holds comments and cases against each other: whether there is such a claim, and whether it lists the place as evidence. That a claim lists a place without a
 * comment is as it should be. Pure; linear in comments and links.
 *
 * @param all every case, by its key
 * @param cases those whose evidence lies where the comments stand
 */
export function judgeComments(
  files: readonly CommentedFile[],
  cases: readonly JudgedCase[],
  all: ReadonlyMap<string, JudgedCase>,
): JudgedComments {
  const named = files.filter(({ comments }) => comments.length > 0);
  if (named.length === 0) return { comments: [], findings: [] };
  const byName = nodesByName(cases);
  const below = belowCache(all);
  const comments: CodeComment[] = [];
  const findings: Finding[] = [];
  let suggestions = MOST_SUGGESTIONS;
  for (const { path, file, comments: written } of named) {
    for (const { name, line, start, end, about } of written) {
      const range = { start: { line: line - 1, character: start }, end: { line: line - 1, character: end } };
      const nodes = byName.get(name) ?? [];
      const listed = nodes.some((node) => below(node).some((target) => covers(target, path, [line, about])));
      const comment = { file, name, range, about, nodes, listed };
      comments.push(comment);
      const similar = nodes.length === 0 && suggestions-- > 0 ? closest(name, byName.keys()) : undefined;
      findings.push(...findingsOf(comment, similar, all));
    }
  }
  return { comments, findings };
}

function findingsOf(
  { file, name, range, nodes, listed }: CodeComment,
  similar: string | undefined,
  all: ReadonlyMap<string, JudgedCase>,
): Finding[] {
  const [only, ...others] = nodes;
  if (!only) {
    const advice =
      similar === undefined
        ? say('Name a claim by its id, or write CASE/ID.')
        : say('Did you mean {0}?', similar);
    const message = `${say('No case has a claim {0}.', name)} ${advice}`;
    return [{ rule: 'comment-unknown-claim', severity: 'warning', message, file, range }];
  }
  if (others.length > 0) {
    const names = nodes.map(({ caseKey }) => `${all.get(caseKey)!.case.id}/${name}`);
    const message = say('{0} stands in several cases. Write which is meant: {1}.', name, listNames(names, 5));
    return [{ rule: 'comment-ambiguous-claim', severity: 'warning', message, file, range }];
  }
  if (listed) return [];
  const message = say(
    '{0} does not list this place as evidence, so nothing says when it changes. Add it to the claim, or remove the comment.',
    name,
  );
  const one = all.get(only.caseKey)!;
  const { node } = one.nodes.get(only.node)!;
  const place = { kind: 'claim-file', file: node.file ?? one.file, range: node.idRange } as const;
  const related = [{ message: `${node.id} ${node.text}`, place }];
  return [{ rule: 'comment-not-evidence', severity: 'information', message, file, range, related }];
}

/** All nodes that have an id, by it and by `case/id`. */
function nodesByName(cases: readonly JudgedCase[]): Map<string, NodeRef[]> {
  const byName = new Map<string, NodeRef[]>();
  for (const one of cases) {
    for (const { node } of one.nodes.values()) {
      const ref = { caseKey: one.key, node: node.key };
      push(byName, node.id, ref);
      push(byName, `${one.case.id}/${node.id}`, ref);
    }
  }
  return byName;
}

/** The places that a node and those below it list as evidence, mentions left out. */
function belowCache(all: ReadonlyMap<string, JudgedCase>): (ref: NodeRef) => readonly Target[] {
  const known = new Map<string, readonly Target[]>();
  return (start) => {
    const key = `${start.caseKey}\0${start.node}`;
    const before = known.get(key);
    if (before) return before;
    const targets: Target[] = [];
    const seen = new Set([key]);
    for (const open = [start]; open.length > 0;) {
      const { caseKey, node } = open.pop()!;
      const one = all.get(caseKey);
      const judged = one?.nodes.get(node);
      for (const link of judged?.links ?? []) {
        const found = one!.links.get(link);
        if (found?.link.cited) targets.push(...found.verdict.targets);
      }
      for (const child of judged?.children ?? []) {
        const name = `${child.caseKey}\0${child.node}`;
        if (!seen.has(name)) open.push(child);
        seen.add(name);
      }
    }
    known.set(key, targets);
    return targets;
  };
}

function covers(target: Target, path: string, lines: readonly number[]): boolean {
  if (target.startLine === 0) return target.path === '' || path.startsWith(`${target.path}/`);
  if (target.path !== path) return false;
  return target.whole || lines.some((line) => target.startLine <= line && line <= target.endLine);
}
