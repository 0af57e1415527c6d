import { decodeText } from '../../evidence/text.ts';
import { type ReviewsRead, readReviews } from '../../formats/reviews/read-reviews.ts';
import { reviewFileOf } from '../../formats/reviews/review-file.ts';
import type { Finding } from '../../model/finding.ts';
import { type NewestReviews, newestReviews } from '../../model/newest-reviews.ts';
import { baseName, folderOf, pathBelow } from '../../model/paths.ts';
import type { FileRead } from '../../ports/file-system.ts';
import type { Host } from '../../ports/host.ts';
import type { Documents } from '../subject/contents.ts';

/** Review files larger than this, in bytes, are not read: thirty thousand reviews of one claim file. */
export const REVIEW_FILE_LIMIT = 16 * 1024 * 1024;

interface Known extends ReviewsRead {
  readonly text: string;
  readonly newest: NewestReviews;
}

const NOTHING: Known = { text: '', records: [], findings: [], newest: new Map() };

/** The reviews beside claim files: read once a look, and parsed once a version. */
export class ReviewStore {
  private known = new Map<string, Known>();
  /** What was read from disk and has not been heard of since. */
  private readonly sure = new Set<string>();
  private look = new Map<string, Promise<Known>>();

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
  ) {}

  /** Begins a look. Files that were not heard of are read again only where it is to be `afresh`. */
  begin(afresh: boolean): void {
    this.look = new Map();
    if (afresh) this.sure.clear();
  }

  /** Something happened to a file, or to any. */
  forget(file?: string): void {
    if (file === undefined) this.sure.clear();
    else this.sure.delete(file);
  }

  /**
   * The reviews of a claim file, of each link the newest.
   *
   * @param root the folder that the review file must not lead out of
   */
  async of(claimFile: string, root: string): Promise<NewestReviews> {
    const file = reviewFileOf(claimFile);
    const asked = this.look.get(file) ?? this.load(file, pathBelow(root, file) ? root : folderOf(file));
    this.look.set(file, asked);
    return (await asked).newest;
  }

  /** Ends a look: forgets what was not asked for, and gives what is wrong with the rest. */
  async end(): Promise<readonly Finding[]> {
    const seen = [...this.look].map(async ([file, known]) => [file, await known] as const);
    this.known = new Map(await Promise.all(seen));
    return [...this.known.values()].flatMap(({ findings }) => findings);
  }

  private async load(file: string, root: string): Promise<Known> {
    const before = this.known.get(file);
    const open = this.documents.get(file);
    if (open === undefined && before && this.sure.has(file)) return before;
    this.sure.add(file);
    const text = open ?? (await this.textOf(file, root));
    if (typeof text !== 'string') return text;
    if (before?.text === text && text !== '') return before;
    const read = readReviews(text, file);
    return { text, ...read, newest: newestReviews(read.records) };
  }

  private async textOf(file: string, root: string): Promise<string | Known> {
    const path = pathBelow(root, file) ?? baseName(file);
    // Most claim files have none.
    if ((await this.host.files.kind(root, path)) === 'missing') return NOTHING;
    const read = await this.host.files.read(root, path, REVIEW_FILE_LIMIT);
    if (read.kind === 'missing') return NOTHING;
    const decoded = read.kind === 'file' ? decodeText(read.bytes) : undefined;
    if (decoded?.kind === 'text') return decoded.text;
    const why = decoded ? 'it is not a text in UTF-8' : WHY[read.kind as keyof typeof WHY];
    return { ...NOTHING, findings: [unread(file, why)] };
  }
}

const WHY: Readonly<Record<Exclude<FileRead['kind'], 'file' | 'missing'>, string>> = {
  outside: 'it is a link that leads out of the workspace, and Warrant does not follow it',
  'too-large': 'it is larger than 16 MB',
  unreadable: 'it cannot be opened as a file',
};

function unread(file: string, why: string): Finding {
  const start = { line: 0, character: 0 };
  const message = `The reviews in ${baseName(file)} are not read, so none of them counts: ${why}.`;
  return { rule: 'review-unreadable', severity: 'warning', message, file, range: { start, end: start } };
}
