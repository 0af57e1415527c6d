import type { Hover, LocationLink } from 'vscode-languageserver-protocol';
import { say } from '../l10n/say.ts';
import { fileOf } from '../model/file-of.ts';
import { pathBelow } from '../model/paths.ts';
import { type Position, contains } from '../model/text.ts';
import type { CodeComment } from '../project/comments/code-comment.ts';
import type { JudgedCase, JudgedNode } from '../project/snapshot.ts';
import { describeNode } from './hover.ts';
import type { Lookup } from './lookup.ts';
import { STEP, groupRow, nodeRow } from './side-items.ts';
import { toUri } from './uris.ts';
import type { SideItem } from './views.ts';
import { escapeMarkdown } from './wording.ts';

/** The claim that a comment of code names at a place. `file` is absolute. */
export function commentAt({ snapshot }: Lookup, file: string, position: Position): CodeComment | undefined {
  return snapshot.comments.find((one) => one.file === file && contains(one.range, position));
}

/** The cases that the comments of a file may name: those whose evidence lies where it does. `file` is absolute. */
export function casesAround({ snapshot }: Lookup, file: string): JudgedCase[] {
  return snapshot.cases.filter(({ subject }) => pathBelow(subject.root, file) !== undefined);
}

/** The hover on the name of a claim in a comment of code: what the claim says, and how it stands. */
export function commentHover(lookup: Lookup, file: string, position: Position): Hover | undefined {
  const comment = commentAt(lookup, file, position);
  const nodes = comment ? nodesOf(lookup, comment) : [];
  if (!comment || nodes.length === 0) return undefined;
  const value = nodes
    .map(([one, judged]) => `${describeNode(judged)}\n\n_${say('In {0}.', escapeMarkdown(one.case.id))}_`)
    .join('\n\n---\n\n');
  return { contents: { kind: 'markdown', value }, range: comment.range };
}

/** Where the claim is written that a comment names. */
export function commentDefinition(lookup: Lookup, file: string, position: Position): LocationLink[] {
  const comment = commentAt(lookup, file, position);
  if (!comment) return [];
  return nodesOf(lookup, comment).map(([one, { node }]) => ({
    originSelectionRange: comment.range,
    targetUri: toUri(fileOf(one, node)),
    targetRange: node.range,
    targetSelectionRange: node.idRange,
  }));
}

/** The row of *Evidence in This File* with the claims that the file's comments name; none where there are no such. */
export function commentRows(lookup: Lookup, file: string, view: string): SideItem[] {
  const key = [view, file, '', 'comments'].join(STEP);
  const here = lookup.snapshot.comments.filter((one) => one.file === file);
  const children = here.flatMap((comment, at) =>
    nodesOf(lookup, comment).map(([one, judged]): SideItem => {
      const { node, state } = judged;
      const listed = comment.listed ? say('listed as evidence') : say('not listed as evidence');
      const line = comment.range.start.line + 1;
      const label = node.derived ? node.text : node.id;
      const place = say('line {0}, {1}', line, listed);
      const description = node.derived ? place : `${place} · ${node.text}`;
      return nodeRow(one, judged, { key: [key, String(at), one.key].join(STEP), label, description, state });
    }),
  );
  const [first] = here;
  if (children.length === 0 || !first) return [];
  const place = { uri: toUri(file), range: first.range };
  const row = { key, label: say('Named in comments'), description: '', state: 'unknown' as const, children };
  return [
    {
      ...groupRow(row, { ...place, selectionRange: place.range }),
      kind: 'comment',
      accessibilityLabel: row.label,
      unfold: true,
      target: place,
      mention: true,
    },
  ];
}

function nodesOf(lookup: Lookup, { nodes }: CodeComment): (readonly [JudgedCase, JudgedNode])[] {
  return nodes.flatMap(({ caseKey, node }) => {
    const one = lookup.caseOf(caseKey);
    const judged = one?.nodes.get(node);
    return one && judged ? [[one, judged] as const] : [];
  });
}
