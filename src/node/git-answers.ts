import type { GitObject } from '../ports/git.ts';

/** What `cat-file` says of one object, with its content where that was asked for. */
export interface Answer extends GitObject {
  readonly content?: Uint8Array;
}

const HEADER = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d+)$/;
const NEWLINE = 10;

/**
 * Reads the answers of `git cat-file --batch-command` from the pieces they arrive in, however they are cut. An answer is a line; where content
 * was asked for and the object exists, as many bytes as the line says and a newline follow it. Any other line means that there is no such object.
 *
 * @param wantsContent whether the request that is answered next asked for content
 * @param deliver is called for each answer, in order; undefined for an object that does not exist
 */
export function answerReader(
  wantsContent: () => boolean,
  deliver: (answer: Answer | undefined) => void,
): (piece: Buffer) => void {
  let pieces: Buffer[] = [];
  let length = 0;
  /** The header whose content is still to come. */
  let header: GitObject | undefined;

  /** Takes the first `count` bytes; they are there. */
  const take = (count: number): Buffer => {
    const all = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    const rest = all.subarray(count);
    pieces = rest.length === 0 ? [] : [rest];
    length = rest.length;
    return all.subarray(0, count);
  };

  const readContent = (object: GitObject): boolean => {
    if (length < object.size + 1) return false;
    // Copied, so that a small blob does not keep a large piece of output alive.
    const content = Uint8Array.from(take(object.size + 1).subarray(0, object.size));
    header = undefined;
    deliver({ ...object, content });
    return true;
  };

  const readHeader = (): boolean => {
    const end = indexOfNewline(pieces);
    if (end < 0) return false;
    const object = parseHeader(take(end + 1).toString('utf8', 0, end));
    if (object !== undefined && wantsContent()) header = object;
    else deliver(object);
    return true;
  };

  return (piece) => {
    pieces.push(piece);
    length += piece.length;
    while (length > 0 && (header === undefined ? readHeader() : readContent(header)));
  };
}

function indexOfNewline(pieces: readonly Buffer[]): number {
  let before = 0;
  for (const piece of pieces) {
    const at = piece.indexOf(NEWLINE);
    if (at >= 0) return before + at;
    before += piece.length;
  }
  return -1;
}

function parseHeader(line: string): GitObject | undefined {
  const match = HEADER.exec(line);
  if (match === null) return undefined;
  return { oid: match[1]!, type: match[2] as GitObject['type'], size: Number(match[3]) };
}
