import { blobId } from '../../evidence/blob-id.ts';
import { decodeText } from '../../evidence/text.ts';
import type { CaseFormat } from '../../model/case.ts';
import { joinPath } from '../../model/paths.ts';
import type { Prefixes } from '../../model/settings.ts';
import type { Host } from '../../ports/host.ts';
import { CLAIM_FILE_LIMIT, type ClaimFile, readClaimBytes, readClaimFile } from './claim-file.ts';
import { FileMemory } from '../file-memory.ts';
import type { Documents } from '../subject/contents.ts';
import { samePrefixes } from './further-cases.ts';

interface Known {
  readonly file: ClaimFile;
  /** The id of the bytes it was read from; undefined for a text from an editor. */
  readonly version?: string;
}

/** Claim files and the files they go on in: read once a look, and parsed once a version. */
export class ClaimFileStore {
  private readonly memory = new FileMemory<Known>();

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly prefixesOf: (file: string) => Promise<Prefixes | undefined>,
  ) {}

  /** Begins a look. Files that are in no editor and were not heard of are read again only where the look is to be `afresh`. */
  begin(afresh: boolean): void {
    this.memory.begin(afresh);
  }

  /** Ends a look, and forgets what was not asked for in it. */
  async end(): Promise<void> {
    await this.memory.end();
  }

  /** What was last read of a file; undefined where it was not read in the last look. */
  lastRead(file: string): ClaimFile | undefined {
    return this.memory.last(file)?.file;
  }

  /** Something happened to a file, or to any. */
  forget(file?: string): void {
    this.memory.forget(file);
  }

  /**
   * Reads a file below a root.
   *
   * @param as the notation, where the name alone would not say it
   */
  async read(root: string, path: string, as?: CaseFormat): Promise<ClaimFile> {
    const file = joinPath(root, path);
    return (await this.memory.ask(file, (before) => this.load(file, root, path, before, as))).file;
  }

  private async load(
    file: string,
    root: string,
    path: string,
    before: Known | undefined,
    as?: CaseFormat,
  ): Promise<Known> {
    const prefixes = await this.prefixesOf(file);
    const known = before && samePrefixes(before.file.prefixes, prefixes) ? before : undefined;
    const open = this.documents.get(file);
    if (open !== undefined) {
      return known?.file.text === open ? known : { file: readClaimFile(file, open, prefixes, as) };
    }
    if (this.memory.stillHolds(file) && known) return known;
    const read = await this.host.files.read(root, path, CLAIM_FILE_LIMIT);
    if (read.kind !== 'file') return { file: readClaimBytes(file, read, prefixes, as) };
    const version = blobId(read.bytes, 'sha1', this.host.digest);
    if (known && (known.version === version || isText(known, read.bytes)))
      return { file: known.file, version };
    return { file: readClaimBytes(file, read, prefixes, as), version };
  }
}

/** Whether bytes are the text that an editor had. */
function isText({ file, version }: Known, bytes: Uint8Array): boolean {
  if (version !== undefined || file.text === '') return false;
  const decoded = decodeText(bytes);
  return decoded.kind === 'text' && decoded.text === file.text;
}
