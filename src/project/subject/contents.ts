import { blobId } from '../../evidence/blob-id.ts';
import { decodeText } from '../../evidence/text.ts';
import { joinPath } from '../../model/paths.ts';
import type { Host } from '../../ports/host.ts';
import type { SubjectHistory } from './subject-history.ts';
import type { TrackedFiles } from './tracked-files.ts';

/** Files larger than this, in bytes, are not read as evidence. */
export const EVIDENCE_LIMIT = 5 * 1024 * 1024;

export interface TextContent {
  readonly kind: 'text';
  readonly path: string;
  readonly oid: string;
  readonly text: string;
  readonly unsaved: boolean;
}

/** What stands at a path now: in the editor if it is open there, else on disk. */
export type Content =
  | TextContent
  | { readonly kind: 'binary'; readonly path: string; readonly oid: string }
  /** Only git has it, and that was never fetched, or may not be asked now. */
  | { readonly kind: 'not-fetched' }
  | { readonly kind: 'not-asked' }
  | Absent;

/** What has no content that could be read. */
type Absent =
  | { readonly kind: 'missing' }
  | { readonly kind: 'outside' | 'too-large' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** What is kept of a content when its text is let go, or never read. */
export type ContentId =
  | {
      /** Text, if it was read at all. */
      readonly kind: 'text' | 'binary';
      readonly oid: string;
      /** Undefined for what was not read. */
      readonly lines: number | undefined;
      readonly unsaved: boolean;
    }
  | Absent;

/** Texts that editors hold and have perhaps not saved, by absolute path. */
export type Documents = ReadonlyMap<string, string>;

/** What git knows of the files of a subject. */
export interface KnownToGit {
  readonly tracked?: TrackedFiles;
  readonly history?: Pick<SubjectHistory, 'headOid' | 'text'>;
  /** Read also what git knows to be unchanged, to count its lines. */
  readonly countLines?: boolean;
}

/** How many texts are kept, since several links often lead to one file. */
const KEPT_TEXTS = 64;

/** Reads the files of one subject, each once until it is said to have changed, and those that git knows to be unchanged only for their text. */
export class Contents {
  private readonly ids = new Map<string, Promise<ContentId>>();
  private readonly texts = new Map<string, Content>();
  private readonly loading = new Map<string, Promise<Content>>();
  /** What these are depends on what git has. */
  private readonly withCarriageReturns = new Set<string>();
  private git: KnownToGit = {};

  constructor(
    private readonly root: string,
    private readonly algorithm: 'sha1' | 'sha256',
    private readonly host: Host,
    private readonly documents: Documents,
  ) {}

  /** What git knows of the files, from now on. */
  use(git: KnownToGit): void {
    if (git.tracked === this.git.tracked && git.history === this.git.history) return;
    this.git = git;
    for (const path of this.withCarriageReturns) this.forget(path);
    this.withCarriageReturns.clear();
  }

  /** What git knows of the files. */
  get tracked(): TrackedFiles | undefined {
    return this.git.tracked;
  }

  /** The identity of what stands at a path; read at most once. */
  id(path: string): Promise<ContentId> {
    let id = this.ids.get(path);
    if (!id) {
      id = this.identify(path);
      this.ids.set(path, id);
    }
    return id;
  }

  /** What stands at a path, with its text. */
  async read(path: string): Promise<Content> {
    const kept = this.texts.get(path);
    if (kept) return kept;
    const content = await this.share(path);
    if (!this.ids.has(path) && 'oid' in content) this.ids.set(path, Promise.resolve(summarize(content)));
    return content;
  }

  /** What stands at a path, without reading it. */
  kind(path: string): Promise<'file' | 'folder' | 'missing' | 'outside'> {
    return this.host.files.kind(this.root, path);
  }

  /** Where the symbolic link at a path leads, as it is written; undefined where there is none. */
  linkText(path: string): Promise<string | undefined> {
    return this.host.files.linkText(this.root, path);
  }

  /** Forgets what was read of a path, or of all. */
  forget(path?: string): void {
    if (path === undefined) {
      this.ids.clear();
      this.texts.clear();
    } else {
      this.ids.delete(path);
      this.texts.delete(path);
    }
  }

  /** Loads a content; links into one file that are judged at the same time share it. */
  private share(path: string): Promise<Content> {
    const loading = this.loading.get(path) ?? this.load(path).finally(() => this.loading.delete(path));
    this.loading.set(path, loading);
    return loading;
  }

  private async identify(path: string): Promise<ContentId> {
    if (!this.documents.has(joinPath(this.root, path))) {
      const { tracked, countLines } = this.git;
      const unchanged = countLines ? undefined : await tracked?.unchangedBlob(path);
      if (unchanged !== undefined) return unread(unchanged);
      const leftOut = await this.blobLeftOut(path);
      if (leftOut !== undefined) return this.identifyLeftOut(path, leftOut);
    }
    return summarize(await this.share(path));
  }

  private async identifyLeftOut(path: string, oid: string): Promise<ContentId> {
    const content = this.git.countLines ? await this.share(path) : undefined;
    return content && 'oid' in content ? summarize(content) : unread(oid);
  }

  /** The blob that a sparse checkout leaves out of the working tree. */
  private async blobLeftOut(path: string): Promise<string | undefined> {
    const { tracked, history } = this.git;
    if (!tracked?.isLeftOut(path) || (await this.kind(path)) !== 'missing') return undefined;
    return tracked.indexedBlob(path) ?? history?.headOid(path) ?? undefined;
  }

  private async load(path: string): Promise<Content> {
    const open = this.documents.get(joinPath(this.root, path));
    const content = open === undefined ? await this.loadSaved(path) : this.fromEditor(path, open);
    this.texts.delete(path);
    if (content.kind === 'not-asked') return content;
    this.texts.set(path, content);
    if (this.texts.size > KEPT_TEXTS) this.texts.delete(this.texts.keys().next().value!);
    return content;
  }

  private fromEditor(path: string, text: string): Content {
    const oid = this.blobOf(path, new TextEncoder().encode(text));
    return { kind: 'text', path, oid, text, unsaved: true };
  }

  /** The id of some bytes. Where they only end their lines in another way than the blob that git has, they are that blob. */
  private blobOf(path: string, bytes: Uint8Array): string {
    const oid = blobId(bytes, this.algorithm, this.host.digest);
    if (!bytes.includes(CARRIAGE_RETURN)) return oid;
    this.withCarriageReturns.add(path);
    const known = [this.git.history?.headOid(path), this.git.tracked?.indexedBlob(path)];
    if (known.includes(oid)) return oid;
    const withLineFeeds = blobId(withoutCarriageReturns(bytes), this.algorithm, this.host.digest);
    return known.includes(withLineFeeds) ? withLineFeeds : oid;
  }

  /** The same of what was just read. Git may keep it in another form, as large files that are stored elsewhere. */
  private async blobSaved(path: string, bytes: Uint8Array): Promise<string> {
    const oid = this.blobOf(path, bytes);
    const { tracked } = this.git;
    if (!tracked || tracked.indexedBlob(path) === oid) return oid;
    // Asked after reading, since it may have changed until then.
    return (await tracked.unchangedBlob(path)) ?? oid;
  }

  /** What only git has of a path that is not there. */
  private async loadLeftOut(path: string): Promise<Content> {
    const oid = await this.blobLeftOut(path);
    if (oid === undefined) return { kind: 'missing' };
    const text = await this.git.history?.text(oid);
    if (text === undefined) return { kind: 'not-asked' };
    if (text === 'not-fetched' || text === 'not-readable') return { kind: 'not-fetched' };
    if (text === 'not-text') return { kind: 'binary', path, oid };
    return { kind: 'text', path, oid, text: text.text, unsaved: false };
  }

  /** What is saved at a path, whatever an editor holds, if it is this blob. Read again only where an editor holds it. */
  async savedAs(path: string, oid: string): Promise<TextContent | undefined> {
    const isOpen = this.documents.has(joinPath(this.root, path));
    if (!isOpen) {
      const id = await this.id(path);
      if (id.kind !== 'text' || id.oid !== oid) return undefined;
    }
    const saved = await (isOpen ? this.loadSaved(path) : this.read(path));
    return saved.kind === 'text' && saved.oid === oid ? saved : undefined;
  }

  private async loadSaved(path: string): Promise<Content> {
    const read = await this.host.files.read(this.root, path, EVIDENCE_LIMIT);
    if (read.kind === 'missing') return this.loadLeftOut(path);
    if (read.kind !== 'file') return read;
    const oid = await this.blobSaved(path, read.bytes);
    const decoded = decodeText(read.bytes);
    return decoded.kind === 'text'
      ? { kind: 'text', path, oid, text: decoded.text, unsaved: false }
      : { kind: 'binary', path, oid };
  }
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** Line ends as git keeps them: of CR LF only the LF stays. */
function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => byte !== CARRIAGE_RETURN || bytes[at + 1] !== LINE_FEED);
}

function unread(oid: string): ContentId {
  return { kind: 'text', oid, lines: undefined, unsaved: false };
}

function summarize(content: Content): ContentId {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', oid: content.oid, lines: countLines(content.text), unsaved: content.unsaved };
    case 'binary':
      return { kind: 'binary', oid: content.oid, lines: 0, unsaved: false };
    case 'not-fetched':
    case 'not-asked':
      return { kind: 'missing' };
    case 'missing':
    case 'outside':
    case 'too-large':
    case 'unreadable':
      return content;
  }
}

/** The number of lines of a text; a line end at its very end begins no further line. */
export function countLines(text: string): number {
  let lines = text.length > 0 && !text.endsWith('\n') ? 1 : 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
