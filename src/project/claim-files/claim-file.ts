import { formatByContent, formatOf, stemOf } from '../../formats/claim-files.ts';
import { isPicture, readPicture } from '../../formats/drawio/read-picture.ts';
import type { ReadResult } from '../../formats/format.ts';
import { say } from '../../l10n/say.ts';
import type { CaseFormat } from '../../model/case.ts';
import { READERS } from '../../formats/readers.ts';
import { decodeText } from '../../evidence/text.ts';
import { baseName } from '../../model/paths.ts';
import type { Prefixes } from '../../model/settings.ts';
import type { FileRead } from '../../ports/file-system.ts';
import { sayDecimal } from '../say-decimal.ts';

/** Claim files larger than this, in bytes, are not read. */
export const CLAIM_FILE_LIMIT = 4 * 1024 * 1024;

/** What was read from a claim file. */
export interface ClaimFile {
  /** Absolute path, with `/`. */
  readonly file: string;
  /** Empty where the file could not be read as text. */
  readonly text: string;
  /** Of a picture that may hold a case: it has no text. */
  readonly bytes?: Uint8Array;
  readonly read: ReadResult;
  /** What was set of the letters of its ids when it was read. */
  readonly prefixes?: Prefixes;
}

/**
 * Reads the cases of a text, by the file's name, or by what it holds where the name says nothing.
 *
 * @param as the notation, where another file says it
 */
export function readClaimFile(file: string, text: string, prefixes?: Prefixes, as?: CaseFormat): ClaimFile {
  const format = as ?? formatOf(file) ?? formatByContent(file, text);
  const set = prefixes && { prefixes };
  return { file, text, read: READERS[format](text, { file, stem: stemOf(file), ...set }), ...set };
}

/** The same from bytes, or a finding that says why they are no claim file. */
export function readClaimBytes(
  file: string,
  read: FileRead,
  prefixes?: Prefixes,
  as?: CaseFormat,
): ClaimFile {
  const name = baseName(file);
  switch (read.kind) {
    case 'file': {
      const decoded = decodeText(read.bytes);
      if (decoded.kind === 'text') return readClaimFile(file, decoded.text, prefixes, as);
      if (isPicture(read.bytes)) return readPictureFile(file, read.bytes, prefixes);
      if (decoded.kind === 'binary')
        return unreadable(
          file,
          say('{0} is a binary file, and neither a text with claims nor a picture.', name),
        );
      return unreadable(
        file,
        say('{0} is not UTF-8 (byte {1}). Save it as UTF-8 to have it read.', name, decoded.offset),
      );
    }
    case 'missing':
      return unreadable(file, say('{0} does not exist.', name));
    case 'outside':
      return unreadable(
        file,
        say('{0} is a link that leads out of the workspace; Warrant does not follow it.', name),
      );
    case 'too-large': {
      const [size, limit] = [read.size, CLAIM_FILE_LIMIT].map((bytes) =>
        sayDecimal((bytes / 1024 / 1024).toFixed(1)),
      );
      return unreadable(
        file,
        say('{0} has {1} MB, more than the {2} MB that are read as a case. Split it.', name, size!, limit!),
      );
    }
    case 'unreadable':
      return unreadable(file, say('{0} cannot be read: {1}.', name, read.why));
  }
}

/** A picture may hold the drawing it was made from. */
function readPictureFile(file: string, bytes: Uint8Array, prefixes?: Prefixes): ClaimFile {
  const set = prefixes && { prefixes };
  const read = readPicture(bytes, { file, stem: stemOf(file), ...set });
  return { file, text: '', bytes, read, ...set };
}

function unreadable(file: string, message: string): ClaimFile {
  const start = { line: 0, character: 0 };
  const finding = {
    rule: 'unreadable',
    severity: 'error',
    message,
    file,
    range: { start, end: start },
  } as const;
  return { file, text: '', read: { cases: [], findings: [finding] } };
}
