export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box by its upper left corner; y grows downwards. */
export interface Box extends Point, Size {}
