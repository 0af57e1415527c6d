import { blobId } from '../../evidence/blob-id.ts';
import type { ReportRead } from '../../evidence/reports/report.ts';
import { REPORT_LIMIT, readReport } from '../../evidence/reports/read-report.ts';
import { joinPath } from '../../model/paths.ts';
import type { FileRead } from '../../ports/file-system.ts';
import type { Host } from '../../ports/host.ts';
import type { Documents } from './contents.ts';

/** A file that was read as a report. */
export interface ReadContent {
  readonly kind: 'read';
  readonly read: ReportRead;
  /** As git names the content. */
  readonly oid: string;
  readonly lines: number;
}

/** What stands at a path that should be a report. */
export type ReportContent = ReadContent | Exclude<FileRead, { kind: 'file' }>;

/** How many reports are kept that no path has now. */
const KEPT_REPORTS = 64;

/** Reads the reports of one subject, each once until it is said to have changed, and each content once. */
export class Reports {
  private readonly contents = new Map<string, Promise<ReportContent>>();
  private readonly digests = new Map<string, Promise<string | undefined>>();
  private readonly byOid = new Map<string, ReportRead>();

  constructor(
    private readonly root: string,
    private readonly algorithm: 'sha1' | 'sha256',
    private readonly host: Host,
    private readonly documents: Documents,
  ) {}

  /** The report at a path: what the editor holds, else what is saved, whether git tracks it or not. */
  read(path: string): Promise<ReportContent> {
    return remember(this.contents, path, async () => {
      const read = await this.bytes(path);
      if (read.kind !== 'file') return read;
      return this.parse(read.bytes, blobId(read.bytes, this.algorithm, this.host.digest));
    });
  }

  /** The report that a text holds which is not on disk. */
  readText({ text, oid }: { readonly text: string; readonly oid: string }): ReadContent {
    return this.parse(new TextEncoder().encode(text), oid);
  }

  /** The digest of a saved file, in lower-case hexadecimal; undefined where it is not there, or too large. */
  digest(algorithm: 'sha1' | 'sha256', path: string): Promise<string | undefined> {
    return remember(this.digests, `${algorithm} ${path}`, async () => {
      const read = await this.host.files.read(this.root, path, REPORT_LIMIT);
      return read.kind === 'file' ? this.host.digest(algorithm, read.bytes) : undefined;
    });
  }

  /** Forgets what was read of a path, or of all. What a content says stays so. */
  forget(path?: string): void {
    if (path === undefined) this.contents.clear();
    else this.contents.delete(path);
    this.digests.clear();
  }

  private parse(bytes: Uint8Array, oid: string): ReadContent {
    const read = this.byOid.get(oid) ?? readReport(bytes);
    this.byOid.set(oid, read);
    if (this.byOid.size > KEPT_REPORTS) this.byOid.delete(this.byOid.keys().next().value!);
    return { kind: 'read', read, oid, lines: countLines(bytes) };
  }

  private async bytes(path: string): Promise<FileRead> {
    const open = this.documents.get(joinPath(this.root, path));
    if (open !== undefined) return { kind: 'file', bytes: new TextEncoder().encode(open) };
    return this.host.files.read(this.root, path, REPORT_LIMIT);
  }
}

/** A line end at the very end begins no further line. */
function countLines(bytes: Uint8Array): number {
  let lines = bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

function remember<T>(memory: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = memory.get(key) ?? make();
  memory.set(key, known);
  known.catch(() => memory.delete(key));
  return known;
}
