import type { Case, NodeKey } from '../../model/case.ts';
import type { NodeState } from '../../model/state.ts';
import type { Branch } from './branches.ts';
import type { IdRules } from './names.ts';

/** A case as it is handed to a writer: each node once, below the first that it supports, with an id that the notation allows. */
export interface OutlinedCase {
  readonly case: Case;
  readonly roots: readonly Branch[];
  /** Left out where nobody judged it. */
  readonly states?: CaseStates;
}

/** How a case stands, for a notation that shows it. Undefined where there is nothing to judge. */
export interface CaseStates {
  readonly ofNode: (key: NodeKey) => NodeState | undefined;
  /** @param key of a link */
  readonly ofLink: (key: string) => NodeState | undefined;
}

/** How a notation is written. Pure; it leaves out what it cannot say, which `convert` finds by reading the text again. */
export interface Writer {
  readonly idRules: IdRules;
  readonly write: (cases: readonly OutlinedCase[]) => string;
}

/** Something that the other notation cannot say, for the person who converts. */
export interface Loss {
  /** The id of a node and what of it is lost, such as `C2: that it satisfies OWASP-2021:A02`. */
  readonly message: string;
  /** The id of the node it is about, in the written text. */
  readonly node?: string;
}
