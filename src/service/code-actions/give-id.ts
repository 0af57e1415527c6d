import { say } from '../../l10n/say.ts';
import { giveNextId } from '../../project/editing/edit-node.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import type { EditActions } from './edit-request.ts';

/** Gives a node that has no id of its own the next free one. */
export const giveIdAction: EditActions = async ({ spot, claimText, texts }) => {
  const edited = spot && (await giveNextId(spot.case, spot.node, claimText, texts));
  if (!edited) return [];
  return [
    {
      title: say('Give this node the id {0}', edited.id),
      kind: 'refactor.rewrite',
      edit: workspaceEdit(edited.files),
    },
  ];
};
