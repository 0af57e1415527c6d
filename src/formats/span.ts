/** A stretch of a claim file between two UTF-16 offsets from its start; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
