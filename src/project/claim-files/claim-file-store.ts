import { blobId } from '../../evidence/blob-id.ts';
import { decodeText } from '../../evidence/text.ts';
import type { CaseFormat } from '../../model/case.ts';
import { joinPath } from '../../model/paths.ts';
import type { Prefixes } from '../../model/settings.ts';
import type { Host } from '../../ports/host.ts';
import { CLAIM_FILE_LIMIT, type ClaimFile, readClaimBytes, readClaimFile } from './claim-file.ts';
import type { Documents } from '../subject/contents.ts';
import { samePrefixes } from './further-cases.ts';

interface Known {
  readonly file: ClaimFile;
  /** The id of the bytes it was read from; undefined for a text from an editor. */
  readonly version?: string;
}

/** Claim files and the files they go on in: read once a look, and parsed once a version. */
export class ClaimFileStore {
  private known = new Map<string, Known>();
  /** What was read from disk and has not been heard of since. */
  private readonly sure = new Set<string>();
  private look = new Map<string, Promise<Known>>();

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly prefixesOf: (file: string) => Promise<Prefixes | undefined>,
  ) {}

  /** Begins a look. Files that are in no editor and were not heard of are read again only where the look is to be `afresh`. */
  begin(afresh: boolean): void {
    this.look = new Map();
    if (afresh) this.sure.clear();
  }

  /** Ends a look, and forgets what was not asked for in it. */
  async end(): Promise<void> {
    const seen = [...this.look].map(async ([file, known]) => [file, await known] as const);
    this.known = new Map(await Promise.all(seen));
  }

  /** What was last read of a file; undefined where it was not read in the last look. */
  lastRead(file: string): ClaimFile | undefined {
    return this.known.get(file)?.file;
  }

  /** Something happened to a file, or to any. */
  forget(file?: string): void {
    if (file === undefined) {
      this.known.clear();
      this.sure.clear();
    } else this.sure.delete(file);
  }

  /**
   * Reads a file below a root.
   *
   * @param as the notation, where the name alone would not say it
   */
  async read(root: string, path: string, as?: CaseFormat): Promise<ClaimFile> {
    const file = joinPath(root, path);
    const asked = this.look.get(file) ?? this.load(file, root, path, as);
    this.look.set(file, asked);
    return (await asked).file;
  }

  private async load(file: string, root: string, path: string, as?: CaseFormat): Promise<Known> {
    const prefixes = await this.prefixesOf(file);
    const before = this.known.get(file);
    const known = before && samePrefixes(before.file.prefixes, prefixes) ? before : undefined;
    const open = this.documents.get(file);
    if (open !== undefined) {
      return known?.file.text === open ? known : { file: readClaimFile(file, open, prefixes, as) };
    }
    if (known && this.sure.has(file)) return known;
    this.sure.add(file);
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
