/**
 * How much of the evidence matters to its claim: of a symbol only how it is called, all of its code, or its comments too. Layout never
 * counts.
 */
export const WATCHES = ['signature', 'body', 'all'] as const;
export type Watch = (typeof WATCHES)[number];

/** What is watched where nothing else is said; it includes the signature. */
export const DEFAULT_WATCH: Watch = 'body';
