import { freeId } from '../../formats/editing/free-id.ts';
import type { Case } from '../../model/case.ts';
import type { NodeKind } from '../../model/kinds.ts';

/** The letters that ids of each kind begin with where nothing in the case says otherwise; the second where the first means something else. */
const LETTERS: Readonly<Record<NodeKind, readonly string[]>> = {
  claim: ['C', 'CL'],
  strategy: ['S', 'ST'],
  evidence: ['E', 'EV'],
  context: ['CT', 'CX'],
  assumption: ['A', 'AS'],
  justification: ['J', 'JU'],
  inference: ['IR', 'INF'],
  rebuttal: ['R', 'RB'],
  undercut: ['UC', 'UCT'],
  undermine: ['UM', 'UMN'],
  asset: ['A', 'AST'],
  threat: ['T', 'TH'],
  control: ['CO', 'CTL'],
};

/** The id that the next node of a kind would have: behind `C3` comes `C4`, whatever the case begins its ids with. @param text without the id that is being typed */
export function nextId(one: Pick<Case, 'nodes'>, text: string, kind: NodeKind): string {
  return freeId(one, text, kind, LETTERS);
}
