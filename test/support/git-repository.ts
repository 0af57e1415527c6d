import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The environment of tests that run git: none of the person's own configuration, and nothing of a hook that may have started the tests. */
export const TEST_GIT_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
};

export interface CommitOptions {
  readonly author?: string;
  readonly email?: string;
  /** As git reads it: ISO 8601 with an offset. Default: later than all before. */
  readonly date?: string;
  readonly message?: string;
}

/** A real repository in a temporary folder. Everything is done at once; paths are relative, with `/`. */
export interface TestRepository {
  /** Absolute, links resolved, with `/`. */
  readonly root: string;
  /** Runs git in it and gives the output without the last line end. */
  git(...args: string[]): string;
  write(files: Readonly<Record<string, string>>): void;
  /** Renames in the working tree. */
  rename(from: string, to: string): void;
  /** Removes a file or a folder from the working tree. */
  delete(path: string): void;
  /** Commits all there is, even if nothing changed. Gives the commit's id. */
  commit(options?: CommitOptions): string;
  /** Writes, then commits. */
  commitFiles(files: Readonly<Record<string, string>>, options?: CommitOptions): string;
  /** Switches to a branch, new ones starting here, or at `from`. */
  branch(name: string, from?: string): void;
  /** Merges a branch; always makes a merge commit. `resolve` finishes a merge by hand. Gives the commit's id. */
  merge(branch: string, resolve?: () => void): string;
  remove(): void;
}

const CONFIG = ['core.autocrlf=false', 'core.fsync=none', 'gc.auto=0', 'protocol.file.allow=always'];
const AUTHOR = { author: 'Ada Author', email: 'ada@example.org' };
const FIRST_HOUR = Date.UTC(2024, 0, 1) / 1000;

/** Makes an empty repository with the branch `main`. */
export function makeRepository(options: { readonly objectFormat?: 'sha1' | 'sha256' } = {}): TestRepository {
  const root = makeFolder();
  const repository = openRepository(root);
  repository.git(
    'init',
    '-q',
    '-b',
    'main',
    '--template=',
    `--object-format=${options.objectFormat ?? 'sha1'}`,
  );
  return repository;
}

/** Makes an empty temporary folder. Absolute, links resolved, with `/`. */
export function makeFolder(): string {
  return realpathSync.native(mkdtempSync(join(tmpdir(), 'warrant-test-'))).replaceAll('\\', '/');
}

/** Clones a repository into a temporary folder, as over a network. */
export function cloneRepository(source: TestRepository, ...options: string[]): TestRepository {
  const clone = openRepository(makeFolder());
  clone.git('clone', '-q', ...options, pathToFileURL(source.root).href, '.');
  return clone;
}

/** Works on a repository that is there already; `remove` removes it. */
export function openRepository(root: string): TestRepository {
  let hour = 0;

  const git = (environment: NodeJS.ProcessEnv, args: readonly string[]): string =>
    execFileSync('git', [...CONFIG.flatMap((setting) => ['-c', setting]), ...args], {
      cwd: root,
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).replace(/\n$/, '');

  const identity = ({ author, email, date }: CommitOptions): NodeJS.ProcessEnv => {
    const who = {
      ...AUTHOR,
      ...(author === undefined ? {} : { author }),
      ...(email === undefined ? {} : { email }),
    };
    const when = date ?? `${FIRST_HOUR + 3600 * hour++} +0000`;
    return {
      ...TEST_GIT_ENVIRONMENT,
      GIT_AUTHOR_NAME: who.author,
      GIT_AUTHOR_EMAIL: who.email,
      GIT_AUTHOR_DATE: when,
      GIT_COMMITTER_NAME: who.author,
      GIT_COMMITTER_EMAIL: who.email,
      GIT_COMMITTER_DATE: when,
    };
  };

  const at = (path: string): string => join(root, path);

  const repository: TestRepository = {
    root,
    git: (...args) => git(identity({}), args),
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(at(path)), { recursive: true });
        writeFileSync(at(path), text);
      }
    },
    rename: (from, to) => {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    delete: (path) => rmSync(at(path), { recursive: true }),
    commit: (options = {}) => {
      const environment = identity(options);
      git(environment, ['add', '-A']);
      git(environment, ['commit', '-q', '--allow-empty', '-m', options.message ?? 'Change']);
      return headOf(`${root}/.git`) ?? git(environment, ['rev-parse', 'HEAD']);
    },
    commitFiles: (files, options) => {
      repository.write(files);
      return repository.commit(options);
    },
    branch: (name, from) => {
      if (existsSync(at(`.git/refs/heads/${name}`))) repository.git('checkout', '-q', name);
      else repository.git('checkout', '-q', '-b', name, ...(from === undefined ? [] : [from]));
    },
    merge: (branch, resolve) => {
      if (resolve === undefined) {
        repository.git('merge', '-q', '--no-ff', '-m', `Merge ${branch}`, branch);
        return repository.git('rev-parse', 'HEAD');
      }
      try {
        repository.git('merge', '-q', '--no-ff', '--no-commit', branch);
      } catch {
        // A conflict: that is what `resolve` is for.
      }
      resolve();
      return repository.commit({ message: `Merge ${branch}` });
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }),
  };
  return repository;
}

/** The commit of the branch that is checked out, without a process; undefined where that is not so simple. */
function headOf(gitDir: string): string | undefined {
  try {
    const [, ref] = /^ref: (.+)\n$/.exec(readFileSync(`${gitDir}/HEAD`, 'utf8')) ?? [];
    return ref === undefined ? undefined : readFileSync(`${gitDir}/${ref}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
