import type { Case } from '../model/case.ts';
import type { Finding } from '../model/finding.ts';
import type { Prefixes } from '../model/settings.ts';

/** What a reader is told of the text it reads. */
export interface Source {
  /** Absolute path of the claim file, with `/`; goes into findings. */
  readonly file: string;
  /** The file's name without its claim-file endings: the default id of a case. */
  readonly stem: string;
  /** What the letters of ids mean in this document, as far as a person set it: above every guess, below a keyword beside the id. */
  readonly prefixes?: Prefixes;
}

/** What a reader could make of a text. Never empty-handed without a finding that says why. */
export interface ReadResult {
  readonly cases: readonly Case[];
  readonly findings: readonly Finding[];
}

/** Text to cases: pure, total, and fast on hostile input. Ranges lie inside the text. */
export type Reader = (text: string, source: Source) => ReadResult;
