import type { NodeReference } from '../../model/case.ts';
import { fileOf } from '../../model/file-of.ts';
import type { JudgedCase, Snapshot } from '../snapshot.ts';

/** A reference, and the file that it is written in. Absolute, with `/`. */
export interface ReferenceIn {
  readonly file: string;
  readonly reference: NodeReference;
}

/** References that say `case-id/…` of one case's id. */
export interface CaseReferences {
  /** Those that mean the case, nodes that it does not have included. */
  readonly sure: readonly ReferenceIn[];
  /** Those that may mean the case, or another of that id. */
  readonly unsure: readonly ReferenceIn[];
}

/** The references to nodes of a case that name the case. */
export function referencesToCase({ cases }: Pick<Snapshot, 'cases'>, target: JudgedCase): CaseReferences {
  const prefix = `${target.case.id}/`;
  const sure: ReferenceIn[] = [];
  const unsure: ReferenceIn[] = [];
  for (const one of cases) {
    for (const reference of one.case.references) {
      if (!reference.target.startsWith(prefix)) continue;
      const meant = one.referred.get(reference);
      const named = { file: fileOf(one, reference), reference };
      if (!meant) unsure.push(named);
      else if (meant.caseKey === target.key) sure.push(named);
    }
  }
  return { sure, unsure };
}
