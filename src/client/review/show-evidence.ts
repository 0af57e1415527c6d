import * as vscode from 'vscode';
import { say } from '../../l10n/say.ts';
import { REVISION_SCHEME, revisionUri, type Difference, type ReviewItem } from '../../server/protocol.ts';
import { openPlace } from '../show/open-place.ts';
import type { ShownReviews } from './shown-reviews.ts';

/** Opens a difference in the diff editor, at the part that is compared. */
export async function showDifference(
  difference: Difference,
  shown: ShownReviews,
  options: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const { title, line, review } = difference;
  if (review) shown.note(title, [review]);
  // Else the editor goes to the first change in the file, which may be of another part.
  const selection = line === undefined ? undefined : new vscode.Range(line, 0, line, 0);
  await vscode.commands.executeCommand('vscode.diff', ...sidesOf(difference), title, {
    ...options,
    ...(selection && { selection }),
  });
}

/**
 * Shows what is to be judged: how it changed, several in one editor below each other. What was never judged has nothing to be compared with,
 * and is shown as it is.
 *
 * @param subject what it is about, in short
 */
export async function showEvidence(
  subject: string,
  items: readonly ReviewItem[],
  shown: ShownReviews,
  toLocation: (place: NonNullable<ReviewItem['evidence']>) => vscode.Location,
): Promise<void> {
  const [only, ...others] = items;
  if (only?.difference && others.length === 0) {
    // It stays until it is closed, also when the claim file is opened to challenge it.
    await showDifference(only.difference, shown, { preview: false });
  } else if (only?.evidence && others.length === 0) await openPlace(toLocation(only.evidence));
  else {
    const title = say('Evidence of {0}', subject);
    shown.note(
      title,
      items.map(({ target }) => target),
    );
    await vscode.commands.executeCommand('vscode.changes', title, sidesOfAll(items));
  }
}

type Sides = [label: vscode.Uri, before: vscode.Uri | undefined, after: vscode.Uri];

/** Each file once, however many links lead into it. */
function sidesOfAll(items: readonly ReviewItem[]): readonly Sides[] {
  const all = new Map<string, Sides>();
  for (const { difference, evidence } of items) {
    const [before, after] = difference
      ? sidesOf(difference)
      : [undefined, evidence && vscode.Uri.parse(evidence.uri)];
    if (after) all.set(`${before?.toString()} ${after.toString()}`, [after, before, after]);
  }
  return [...all.values()];
}

function sidesOf({ before, after }: Difference): [before: vscode.Uri, after: vscode.Uri] {
  return [vscode.Uri.parse(revisionUri(REVISION_SCHEME, before)), vscode.Uri.parse(after)];
}
