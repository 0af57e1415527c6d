import type { CompletionItem } from 'vscode-languageserver-protocol';
import { requirementName } from '../../model/standard.ts';
import { type CompletionRequest, ITEM_KIND, type ItemData } from './request.ts';

/** The requirements of all standards that are known, each with its title. */
export function requirementItems({ lookup, range }: CompletionRequest): CompletionItem[] {
  return lookup.snapshot.standards.flatMap((standard) =>
    standard.requirements.map((requirement, i): CompletionItem => {
      const name = requirementName(standard, requirement);
      const data: ItemData = { is: 'requirement', name };
      return {
        label: name,
        labelDetails: { description: requirement.title },
        kind: ITEM_KIND.enumMember,
        sortText: `1${standard.id} ${String(i).padStart(4, '0')}`,
        filterText: `${name} ${requirement.title}`,
        textEdit: { range, newText: name },
        data,
      };
    }),
  );
}
