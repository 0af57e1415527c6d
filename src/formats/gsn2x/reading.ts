import type { Reading } from '../yaml/reading.ts';
import type { Report } from './problem.ts';

/** What the parts of the reader need; it can report more than the YAML reader can. */
export interface GsnReading extends Reading {
  readonly report: Report;
}
