import { type ClaimComment, MARK, claimCommentsIn } from '../../evidence/claim-comments.ts';
import { filesHolding } from '../../history/grep.ts';
import { joinPath } from '../../model/paths.ts';
import { GitError } from '../../ports/git.ts';
import type { Logger } from '../../ports/logger.ts';
import { inTurns } from '../judging/in-turns.ts';
import type { Documents } from '../subject/contents.ts';
import { type Subject, inSubject } from '../subject/subject.ts';

/** A repository with more files is not searched: that would take longer than all else. */
const MOST_SEARCHED = 50_000;
/** How many files of a repository may hold such comments. */
const MOST_FILES = 2000;

/** A file and the claims that its comments name. */
export interface CommentedFile {
  /** Relative to the subject's root. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly comments: readonly ClaimComment[];
}

/**
 * The comments of code that name claims. Which files hold some is asked of git once a check; between checks those files are read again when they changed, and
 * documents that are open are looked at, too.
 */
export class CommentStore {
  private readonly holding = new Map<string, readonly string[]>();
  private readonly read = new Map<string, CommentedFile & { readonly oid: string }>();

  constructor(
    private readonly documents: Documents,
    private readonly logger: Logger,
  ) {}

  /**
   * @param searches whether git may be asked
   * @param claimFiles absolute paths; their own comments speak of themselves
   */
  async of(subject: Subject, searches: boolean, claimFiles: ReadonlySet<string>): Promise<CommentedFile[]> {
    if (searches) this.holding.set(subject.root, await this.search(subject));
    const open = [...this.documents].flatMap(([file, text]) =>
      text.includes(MARK) ? (inSubject(subject, file) ?? []) : [],
    );
    const paths = [...new Set([...(this.holding.get(subject.root) ?? []), ...open])]
      .filter((path) => !claimFiles.has(joinPath(subject.root, path)))
      .slice(0, MOST_FILES);
    const files = await inTurns(paths, (path) => this.readFile(subject, path));
    return files.flatMap((file) => file ?? []);
  }

  /** Those of some files, named by their absolute paths, that were read. */
  filesAmong(files: ReadonlySet<string>): readonly CommentedFile[] {
    return [...this.read.values()].filter(({ file }) => files.has(file));
  }

  private async search({ git, index, root }: Subject): Promise<readonly string[]> {
    if (!git || index.filesIn('').length > MOST_SEARCHED) return [];
    try {
      return await filesHolding(git, MARK);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      this.logger.warn(`comments that name claims were not looked for in ${root}: ${error.message}`);
      return [];
    }
  }

  private async readFile({ root, contents }: Subject, path: string): Promise<CommentedFile | undefined> {
    const file = joinPath(root, path);
    const known = this.read.get(file);
    const id = await contents.id(path);
    if (known && 'oid' in id && id.oid === known.oid) return known;
    const content = await contents.read(path);
    if (content.kind !== 'text') return undefined;
    const { oid, text } = content;
    const found = { path, file, oid, text, comments: claimCommentsIn(path, text) };
    this.read.set(file, found);
    return found;
  }
}
