/** Which blob was at a path at some moment, under which path. */
export interface Then {
  readonly path: string;
  readonly oid: string;
}

/** Why what was there cannot be looked at. */
export type Unread =
  /** History was cut off when it was cloned. */
  | 'shallow'
  /** This clone never had it, or a partial clone has not fetched it. */
  | 'not-fetched'
  /** It should be there, and git cannot read it. */
  | 'not-readable'
  /** It lies in a submodule that is not checked out, or lacks the commit that is meant. */
  | 'no-submodule';

const UNREAD: ReadonlySet<unknown> = new Set<Unread>([
  'shallow',
  'not-fetched',
  'not-readable',
  'no-submodule',
]);

/** Whether an answer says that something cannot be looked at. */
export function isUnread(answer: unknown): answer is Unread {
  return UNREAD.has(answer);
}
