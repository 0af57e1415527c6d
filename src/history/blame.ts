import { GitError, type Git } from '../ports/git.ts';
import { safeRevision } from './commit-id.ts';
import { unquotePath } from './quoted-path.ts';

/** Which commit a line stems from. */
export interface BlameLine {
  readonly commit: string;
  readonly author: string;
  /** Without angle brackets. */
  readonly mail: string;
  /** The author's date, ISO 8601 with offset. */
  readonly date: string;
  readonly summary: string;
  /** The commit has no parents here: it is the first or, in a shallow clone, history was cut off at it and the line may be older. */
  readonly boundary: boolean;
  /** What the file was called in that commit. */
  readonly path: string;
  /** The line's number there, 1-based. */
  readonly line: number;
}

export interface BlameOptions {
  /**
   * A file that lists commits to look through, relative to the working tree's top: `.git-blame-ignore-revs`. The caller has made sure that it is a
   * regular file. A list that git cannot read is left out.
   */
  readonly ignoreRevsFile?: string;
}

/**
 * Who wrote each line (0-based) of a file as it is at `commit`; lines end with `\n`. Renames of the file are followed. One process, two where the list of commits
 * to ignore is of no use. @throws GitError, also where there is no such file
 */
export async function blameFile(
  git: Git,
  commit: string,
  path: string,
  { ignoreRevsFile }: BlameOptions = {},
): Promise<BlameLine[]> {
  const blame = async (options: readonly string[]): Promise<BlameLine[]> =>
    parseBlame(
      await git.run([
        'blame',
        '--porcelain',
        // Who only indents a line anew, or converts its end, judges nothing.
        '-w',
        '--no-textconv',
        '--encoding=UTF-8',
        ...options,
        safeRevision(commit),
        '--',
        path,
      ]),
    );
  if (ignoreRevsFile === undefined) return blame([]);
  try {
    return await blame([`--ignore-revs-file=${ignoreRevsFile}`]);
  } catch (error) {
    if (error instanceof GitError && error.problem === 'failed') return blame([]);
    throw error;
  }
}

/** Begins a line's record: the commit, the line's number then and now (1-based) and, for the first of a group, the group's length. */
const RECORD = /^([0-9a-f]{40,64}) (\d+) (\d+)( \d+)?$/;

/**
 * Reads `git blame --porcelain`. What there is to say of a commit is said once, at its first line; the file's name then is said
 * again where it differs. Every record ends with the line itself behind a tab.
 */
export function parseBlame(output: string): BlameLine[] {
  const commits = new Map<string, Record<string, string>>();
  const blamed: BlameLine[] = [];
  let current: Record<string, string> = {};
  let built: Omit<BlameLine, 'line'> | undefined;
  let index = 0;
  let lineThen = 0;
  for (const line of output.split('\n')) {
    const record = RECORD.exec(line);
    if (line.startsWith('\t')) {
      built ??= buildLine(current);
      const { commit, author, mail, date, summary, boundary, path } = built;
      // Written out, as engines give each object that is spread and added to a layout of its own.
      blamed[index] = { commit, author, mail, date, summary, boundary, path, line: lineThen };
    } else if (record !== null) {
      const commit = record[1]!;
      lineThen = Number(record[2]);
      index = Number(record[3]) - 1;
      if (current['commit'] !== commit || record[4] !== undefined) built = undefined;
      current = commits.get(commit) ?? { commit: copied(commit) };
      commits.set(current['commit']!, current);
    } else if (line !== '') {
      const space = line.indexOf(' ');
      if (space < 0) current[line] = '';
      else current[line.slice(0, space)] = copied(line.slice(space + 1));
    }
  }
  return blamed;
}

/** The same text, on its own: a part of a text keeps the whole of it in memory, here all that git said of a file. */
function copied(part: string): string {
  return JSON.parse(JSON.stringify(part)) as string;
}

function buildLine(fields: Readonly<Record<string, string>>): Omit<BlameLine, 'line'> {
  return {
    commit: fields['commit'] ?? '',
    author: fields['author'] ?? '',
    mail: (fields['author-mail'] ?? '').replace(/^<|>$/g, ''),
    date: isoDate(Number(fields['author-time']) || 0, fields['author-tz'] ?? '+0000'),
    summary: fields['summary'] ?? '',
    boundary: 'boundary' in fields,
    path: unquotePath(fields['filename'] ?? ''),
  };
}

/** The last second of the year 9999, in seconds since 1970: a forged commit may say anything. */
const END_OF_TIME = 253_402_300_799;

/** A time in seconds since 1970 and an offset like `+0130`, as ISO 8601 in that offset. */
function isoDate(seconds: number, zone: string): string {
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const local = new Date(Math.min(Math.max(0, seconds + offset * 60), END_OF_TIME) * 1000);
  return `${local.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}
