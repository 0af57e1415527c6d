import { giveNextId } from '../../project/editing/edit-node.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import type { EditActions } from './edit-request.ts';

/** Gives a node that has no id of its own the next free one. */
export const giveIdAction: EditActions = async ({ spot, claimText, texts }) => {
  const edited = spot && (await giveNextId(spot.case, spot.node, claimText, texts));
  if (!edited) return [];
  return [
    {
      title: `Give this node the id ${edited.id}`,
      kind: 'refactor.rewrite',
      edit: workspaceEdit(edited.files),
    },
  ];
};
