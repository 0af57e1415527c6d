import { blobId } from '../../evidence/blob-id.ts';
import { decodeText } from '../../evidence/text.ts';
import { joinPath } from '../../model/paths.ts';
import type { Host } from '../../ports/host.ts';

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
  | { readonly kind: 'missing' | 'outside' | 'too-large' | 'unreadable' };

/** What is kept of a content when its text is let go. */
export type ContentId =
  | {
      readonly kind: 'text' | 'binary';
      readonly oid: string;
      readonly lines: number;
      readonly unsaved: boolean;
    }
  | { readonly kind: 'missing' | 'outside' | 'too-large' | 'unreadable' };

/** Texts that editors hold and have perhaps not saved, by absolute path. */
export type Documents = ReadonlyMap<string, string>;

/** How many texts are kept, since several links often lead to one file. */
const KEPT_TEXTS = 64;

/** Reads the files of one subject, each once until it is said to have changed. */
export class Contents {
  private readonly ids = new Map<string, Promise<ContentId>>();
  private readonly texts = new Map<string, Content>();

  constructor(
    private readonly root: string,
    private readonly algorithm: 'sha1' | 'sha256',
    private readonly host: Host,
    private readonly documents: Documents,
  ) {}

  /** The identity of what stands at a path; read at most once. */
  id(path: string): Promise<ContentId> {
    let id = this.ids.get(path);
    if (!id) {
      id = this.load(path).then(summarize);
      this.ids.set(path, id);
    }
    return id;
  }

  /** What stands at a path, with its text. */
  async read(path: string): Promise<Content> {
    const kept = this.texts.get(path);
    if (kept) return kept;
    const content = await this.load(path);
    if (!this.ids.has(path)) this.ids.set(path, Promise.resolve(summarize(content)));
    return content;
  }

  /** What stands at a path, without reading it. */
  kind(path: string): Promise<'file' | 'folder' | 'missing' | 'outside'> {
    return this.host.files.kind(this.root, path);
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

  private async load(path: string): Promise<Content> {
    const open = this.documents.get(joinPath(this.root, path));
    const content = open === undefined ? await this.loadSaved(path) : this.fromEditor(path, open);
    this.texts.delete(path);
    this.texts.set(path, content);
    if (this.texts.size > KEPT_TEXTS) this.texts.delete(this.texts.keys().next().value!);
    return content;
  }

  private fromEditor(path: string, text: string): Content {
    const oid = blobId(new TextEncoder().encode(text), this.algorithm, this.host.digest);
    return { kind: 'text', path, oid, text, unsaved: true };
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
    if (read.kind !== 'file') return { kind: read.kind };
    const oid = blobId(read.bytes, this.algorithm, this.host.digest);
    const decoded = decodeText(read.bytes);
    return decoded.kind === 'text'
      ? { kind: 'text', path, oid, text: decoded.text, unsaved: false }
      : { kind: 'binary', path, oid };
  }
}

function summarize(content: Content): ContentId {
  if (content.kind === 'text') {
    return { kind: 'text', oid: content.oid, lines: countLines(content.text), unsaved: content.unsaved };
  }
  if (content.kind === 'binary') return { kind: 'binary', oid: content.oid, lines: 0, unsaved: false };
  return content;
}

/** The number of lines of a text; a line end at its very end begins no further line. */
export function countLines(text: string): number {
  let lines = text.length > 0 && !text.endsWith('\n') ? 1 : 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
