import { say } from '../../l10n/say.ts';
import { canBeUndeveloped, toggleUndeveloped } from '../../project/editing/edit-node.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import { briefName } from '../wording.ts';
import type { EditActions } from './edit-request.ts';

/** Says of a claim with nothing below it that this is on purpose, or takes that back. */
export const undevelopedAction: EditActions = async ({ spot, claimText, texts }) => {
  if (!spot || !canBeUndeveloped(spot.case, spot.node)) return [];
  const files = await toggleUndeveloped(spot.case, spot.node, claimText, texts);
  if (!files) return [];
  const name = briefName(spot.node.node);
  const title = spot.node.node.undeveloped
    ? say('Take back that {0} is undeveloped', name)
    : say('Mark {0} as undeveloped on purpose', name);
  return [{ title, kind: 'refactor.rewrite', edit: workspaceEdit(files) }];
};
