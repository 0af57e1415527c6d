import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { say } from '../../l10n/say.ts';
import { closest } from '../../model/closest.ts';
import { pathBelow } from '../../model/paths.ts';
import type { Range } from '../../model/text.ts';
import { LineIndex } from '../../model/text.ts';
import type { PlacesInFile } from '../../project/authoring/places-in.ts';
import { preciseLocator } from '../../project/authoring/precise-locator.ts';
import type { CodeComment } from '../../project/comments/code-comment.ts';
import type { ClaimText } from '../../project/editing/claim-text.ts';
import { casesAround, commentAt } from '../code-comments.ts';
import { evidenceEdits } from '../evidence-for.ts';
import type { Lookup } from '../lookup.ts';
import { toUri } from '../uris.ts';

/** What the editor has, and where claim files come from. */
export interface CommentContext {
  readonly diagnostics: readonly Diagnostic[];
  /** The code as the editor has it. */
  readonly text: string;
  readonly claimTextOf: (file: string) => ClaimText | undefined;
  readonly placesIn: (root: string, path: string) => Promise<PlacesInFile | undefined>;
}

/**
 * What can be done about a claim that a comment of code names: list the place as evidence of it, take the name that is meant, or take the comment away. Only what
 * can be carried out is offered. `file` is absolute.
 */
export async function commentActions(
  lookup: Lookup,
  file: string,
  range: Range,
  context: CommentContext,
): Promise<CodeAction[]> {
  const comment = commentAt(lookup, file, range.start);
  if (!comment || (comment.nodes.length === 1 && comment.listed)) return [];
  const diagnostics = context.diagnostics.filter(
    ({ source, code }) => source === 'warrant' && String(code).startsWith('comment-'),
  );
  const action = (
    title: string,
    uri: string,
    edits: readonly TextEdit[],
    isPreferred = false,
  ): CodeAction => ({
    title,
    kind: 'quickfix',
    diagnostics,
    ...(isPreferred && { isPreferred }),
    edit: { changes: { [uri]: [...edits] } },
  });
  const listed = await listing(lookup, comment, context);
  const names = meant(lookup, comment);
  const away = removal(comment, context.text);
  return [
    ...(listed
      ? [action(say('List this place as evidence of {0}', comment.name), listed.uri, listed.edits, true)]
      : []),
    ...names.map((name) =>
      action(
        say('Change {0} to {1}', comment.name, name),
        toUri(file),
        [{ range: comment.range, newText: name }],
        names.length === 1,
      ),
    ),
    ...(away ? [action(say('Remove {0} from the comment', comment.name), toUri(file), [away])] : []),
  ];
}

async function listing(
  lookup: Lookup,
  { nodes, about, file }: CodeComment,
  { claimTextOf, placesIn }: CommentContext,
): Promise<{ readonly uri: string; readonly edits: readonly TextEdit[] } | undefined> {
  const [node, ...others] = nodes;
  const one = node && lookup.caseOf(node.caseKey);
  const path = one && pathBelow(one.subject.root, file);
  if (!node || !one || path === undefined || others.length > 0) return undefined;
  const lines = { startLine: about, endLine: about, empty: false };
  const locator = preciseLocator(path, lines, await placesIn(one.subject.root, path));
  if (locator === undefined) return undefined;
  const answer = evidenceEdits(lookup, node.caseKey, { node: node.node }, locator, claimTextOf);
  return 'refused' in answer ? undefined : answer;
}

/** The names that may be meant in place of one that is wrong, or says too little. */
function meant(lookup: Lookup, { nodes, name, file }: CodeComment): readonly string[] {
  if (nodes.length > 1)
    return nodes.flatMap(({ caseKey }) => {
      const id = lookup.caseOf(caseKey)?.case.id;
      return id === undefined ? [] : [`${id}/${name}`];
    });
  if (nodes.length === 1) return [];
  const ids = casesAround(lookup, file).flatMap((one) =>
    one.case.nodes.flatMap(({ id }) => [id, `${one.case.id}/${id}`]),
  );
  const found = closest(name, ids);
  return found === undefined ? [] : [found];
}

/** Takes the name away, and the comment with it where it names nothing else. */
function removal({ name, range }: CodeComment, text: string): TextEdit | undefined {
  const index = new LineIndex(text);
  const { line } = range.start;
  const content = index.line(line);
  if (content.slice(range.start.character, range.end.character) !== name) return undefined;
  const before = content.slice(0, range.start.character);
  const after = content.slice(range.end.character);
  const at = (start: number, end: number): Range => ({
    start: { line, character: start },
    end: { line, character: end },
  });
  const next = /^[ \t]*,[ \t]*/.exec(after);
  if (next) return { range: at(range.start.character, range.end.character + next[0].length), newText: '' };
  const comma = before.lastIndexOf(',');
  if (comma >= 0 && before.slice(comma + 1).trim() === '')
    return { range: at(comma, range.end.character), newText: '' };
  const mark = before.lastIndexOf('warrant:');
  const code = before.slice(0, mark).replace(/[ \t]*(?:#+|\/\/[/!]?|\/\*+|\*|<!--|--|;+|%+)[ \t]*$/, '');
  // What stands behind it may be code again, or the end of a longer comment.
  if (!/^[ \t]*(?:\*\/|-->)?[ \t]*$/.test(after) || /(?:^|[ \t])\*[ \t]*$/.test(before.slice(0, mark)))
    return undefined;
  if (code.trim() !== '') return { range: at(code.length, content.length), newText: '' };
  return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' };
}
