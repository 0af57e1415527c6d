import type { Summary } from '../../src/server/protocol.ts';

/** What the server says of a workspace without a case. */
export const NOTHING: Summary = {
  cases: 0,
  claims: 0,
  evidence: 0,
  states: {},
  attention: 0,
  reviewed: 0,
  standings: [],
  notices: [],
};
