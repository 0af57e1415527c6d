import { decodeText } from '../../evidence/text.ts';
import { type ReviewsRead, readReviews } from '../../formats/reviews/read-reviews.ts';
import { reviewFileOf } from '../../formats/reviews/review-file.ts';
import { type Message, message, say } from '../../l10n/say.ts';
import type { Finding } from '../../model/finding.ts';
import { type NewestReviews, isAhead, newestReviews } from '../../model/newest-reviews.ts';
import { baseName, folderOf, pathBelow } from '../../model/paths.ts';
import type { FileRead } from '../../ports/file-system.ts';
import type { Host } from '../../ports/host.ts';
import { FileMemory } from '../file-memory.ts';
import type { Documents } from '../subject/contents.ts';

/** Review files larger than this, in bytes, are not read: thirty thousand reviews of one claim file. */
export const REVIEW_FILE_LIMIT = 16 * 1024 * 1024;

/** A review file as it was last read. */
export interface ReviewFile extends ReviewsRead {
  /** Absolute path, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly newest: NewestReviews;
  /** Some were dated in the future when it was read. */
  readonly anyAhead: boolean;
}

/** The reviews beside claim files: read once a look, and parsed once a version. */
export class ReviewStore {
  private readonly memory = new FileMemory<ReviewFile>();

  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
  ) {}

  /** Begins a look. Files that were not heard of are read again only where it is to be `afresh`. */
  begin(afresh: boolean): void {
    this.memory.begin(afresh);
  }

  /** Something happened to a file, or to any. */
  forget(file?: string): void {
    this.memory.forget(file);
  }

  /**
   * The reviews of a claim file, of each link the newest.
   *
   * @param root the folder that the review file must not lead out of
   */
  async of(claimFile: string, root: string): Promise<NewestReviews> {
    return (await this.read(reviewFileOf(claimFile), root)).newest;
  }

  /** The same of a review file. */
  read(file: string, root: string): Promise<ReviewFile> {
    const within = pathBelow(root, file) ? root : folderOf(file);
    return this.memory.ask(file, (before) => this.load(file, within, before));
  }

  /** Ends a look: gives the files that were asked for, and forgets the others. */
  end(): Promise<readonly ReviewFile[]> {
    return this.memory.end();
  }

  private async load(file: string, root: string, before: ReviewFile | undefined): Promise<ReviewFile> {
    const open = this.documents.get(file);
    if (open === undefined && this.memory.stillHolds(file) && before) return this.upToDate(before);
    const text = open ?? (await this.textOf(file, root));
    const now = this.host.clock.now();
    if (typeof text !== 'string') return { ...this.readText('', file, now), findings: text };
    return before?.text === text && text !== '' ? this.upToDate(before) : this.readText(text, file, now);
  }

  private readText(text: string, file: string, now: Date): ReviewFile {
    const read = readReviews(text, file);
    const ahead = read.records.filter((record) => isAhead(record, now));
    return { file, text, ...read, newest: newestReviews(read.records, now), anyAhead: ahead.length > 0 };
  }

  /** What was dated in the future comes to count as time goes by. */
  private upToDate(known: ReviewFile): ReviewFile {
    if (!known.anyAhead) return known;
    return { ...known, newest: newestReviews(known.records, this.host.clock.now()) };
  }

  /** The text of a file on the disk, empty where there is none; or why it cannot be read. */
  private async textOf(file: string, root: string): Promise<string | readonly [Finding]> {
    const path = pathBelow(root, file) ?? baseName(file);
    // Most claim files have none.
    if ((await this.host.files.kind(root, path)) === 'missing') return '';
    const read = await this.host.files.read(root, path, REVIEW_FILE_LIMIT);
    if (read.kind === 'missing') return '';
    const decoded = read.kind === 'file' ? decodeText(read.bytes) : undefined;
    if (decoded?.kind === 'text') return decoded.text;
    const why = decoded ? message('it is not a text in UTF-8') : WHY[read.kind as keyof typeof WHY];
    return [unread(file, why)];
  }
}

const WHY: Readonly<Record<Exclude<FileRead['kind'], 'file' | 'missing'>, Message>> = {
  outside: message('it is a link that leads out of the workspace, and Warrant does not follow it'),
  'too-large': message('it is larger than 16 MB'),
  unreadable: message('it cannot be opened as a file'),
};

function unread(file: string, why: Message): Finding {
  const start = { line: 0, character: 0 };
  return {
    rule: 'review-unreadable',
    severity: 'warning',
    message: say('The reviews in {0} are not read, so none of them counts: {1}.', baseName(file), say(why)),
    file,
    range: { start, end: start },
  };
}
