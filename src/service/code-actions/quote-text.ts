import { say } from '../../l10n/say.ts';
import { LineIndex } from '../../model/text.ts';
import { quoteWhole } from '../../project/editing/edit-node.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import type { EditActions } from './edit-request.ts';

/** Puts quotes around a text that YAML cuts off at a ` #`, wherever on its line one asks. */
export const quoteTextAction: EditActions = ({ lookup, file, range, claimText }) => {
  const line = range.start.line;
  // Most lines are ruled out without a reading.
  if (!/\s#\S/.test(new LineIndex(claimText.text).line(line))) return [];
  for (const one of lookup.casesIn(file)) {
    for (const judged of one.nodes.values()) {
      if (judged.node.textRange.end.line !== line) continue;
      const quoted = quoteWhole(one, judged, claimText);
      if (quoted)
        return [
          {
            title: say('Put quotes around the whole text'),
            kind: 'quickfix',
            isPreferred: true,
            edit: workspaceEdit([quoted]),
          },
        ];
    }
  }
  return [];
};
