import type { EvidenceState, NodeState, Reason } from '../../src/model/state.ts';

/** What is to be said of one link, right after a demo was made. */
export interface LinkExpectation {
  /** The id of the node it hangs under. */
  readonly node: string;
  /** As written in the claim file. */
  readonly locator: string;
  readonly state: EvidenceState;
  readonly reason: Reason;
  /** How many commits changed the target's meaning since the baseline; given where the reason is `changed`. */
  readonly changes?: number;
  /** A locator that is to be among the suggestions. */
  readonly suggests?: string;
}

/** What is to be said of a demo that holds one case. */
export interface DemoExpectation {
  /** Every link, in the order of the document. */
  readonly links: readonly LinkExpectation[];
  /** The state of every node that is not current, by its id. */
  readonly nodes: Readonly<Record<string, NodeState>>;
  /** The findings that are not about evidence, as `rule node`. */
  readonly findings: readonly string[];
}

/** A link whose evidence is what it was. */
export function current(node: string, locator: string, reason: Reason = 'unchanged'): LinkExpectation {
  return { node, locator, state: 'current', reason };
}

/** A link whose evidence so many commits changed. */
export function stale(node: string, locator: string, changes: number): LinkExpectation {
  return { node, locator, state: 'stale', reason: 'changed', changes };
}

/** A link to a report that does not say what is expected of it. */
export function failing(node: string, locator: string, reason: Reason): LinkExpectation {
  return { node, locator, state: 'failing', reason };
}

/** A link that does not lead to what it names. */
export function broken(node: string, locator: string, reason: Reason, suggests?: string): LinkExpectation {
  return { node, locator, state: 'broken', reason, ...(suggests !== undefined && { suggests }) };
}
