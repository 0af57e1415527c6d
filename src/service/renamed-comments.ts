import { say, sayCount } from '../l10n/say.ts';
import { baseName } from '../model/paths.ts';
import { listNames } from '../model/phrases.ts';
import type { Position, Range } from '../model/text.ts';
import type { CodeComment } from '../project/comments/code-comment.ts';
import type { RenamedComments } from '../project/editing/rename-in-comments.ts';
import type { JudgedCase, JudgedNode } from '../project/snapshot.ts';
import { commentAt } from './code-comments.ts';
import type { Lookup } from './lookup.ts';

/** What a comment of code names at a place: a node, or before the `/` its case; or why that cannot be told, a sentence. */
export type NamedInComment =
  | { readonly case: JudgedCase; readonly node?: JudgedNode; readonly range: Range }
  | { readonly refused: string };

/** What the comment at a place of a file names; undefined where none does, or what it names is not there. `file` is absolute. */
export function namedInComment(lookup: Lookup, file: string, position: Position): NamedInComment | undefined {
  const comment = commentAt(lookup, file, position);
  const [ref, ...others] = comment?.nodes ?? [];
  const one = ref && lookup.caseOf(ref.caseKey);
  const node = ref && one?.nodes.get(ref.node);
  if (!comment || !one || !node) return undefined;
  const { name, range } = comment;
  if (others.length > 0)
    return {
      refused: say(
        '{0} stands in several cases. Write which is meant first, as {1}.',
        name,
        `${one.case.id}/${name}`,
      ),
    };
  const slash = name.indexOf('/');
  if (slash < 0) return { case: one, node, range };
  const { line, character } = range.start;
  const at = character + slash;
  if (position.character <= at)
    return { case: one, range: { start: range.start, end: { line, character: at } } };
  return { case: one, node, range: { start: { line, character: at + 1 }, end: range.end } };
}

/** Which comments still have the former name, and why: sentences. Undefined where none has. */
export function sayLeftComments({ ambiguous, missed }: RenamedComments, from: string): string | undefined {
  const files = (comments: readonly CodeComment[]): string =>
    listNames(comments.map(({ file }) => baseName(file)));
  const said = [
    ambiguous.length > 0 &&
      sayCount(
        ambiguous.length,
        '1 comment in {1} names {2} without its case, of which there are several, and was left as it is.',
        '{0} comments in {1} name {2} without its case, of which there are several, and were left as they are.',
        files(ambiguous),
        from,
      ),
    missed.length > 0 &&
      sayCount(
        missed.length,
        '1 comment in {1} that names {2} could not be edited. Change it by hand.',
        '{0} comments in {1} that name {2} could not be edited. Change them by hand.',
        files(missed),
        from,
      ),
  ].filter((sentence) => sentence !== false);
  return said.length > 0 ? said.join(' ') : undefined;
}
