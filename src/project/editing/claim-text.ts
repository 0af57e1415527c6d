import type { ReadResult } from '../../formats/format.ts';
import { type ClaimFile, readClaimFile } from '../claim-files/claim-file.ts';

/** A claim file as a text that can be edited: how it reads, and how another text in its place would. */
export interface ClaimText {
  /** Absolute path, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly read: ReadResult;
  /** @param as another path of the file, absolute: its name may be the id of its case */
  reread(text: string, as?: string): ReadResult;
}

/** The text of a claim file; undefined for a picture, and for a file that could not be read. @param text what an editor holds of it */
export function claimTextOf(known: ClaimFile | undefined, text?: string): ClaimText | undefined {
  if (!known || known.bytes) return undefined;
  const { file, prefixes, read } = known;
  const format = read.cases[0]?.format;
  if (!format) return undefined;
  const reread = (other: string, as = file): ReadResult => readClaimFile(as, other, prefixes, format).read;
  const isSame = text === undefined || text === known.text;
  return { file, text: isSame ? known.text : text, read: isSame ? read : reread(text), reread };
}
