import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeHost } from '../../src/node/host.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { Project } from '../../src/project/project.ts';
import { git } from '../demo/git.ts';
import { ROOT } from '../paths.ts';
import { type LinksAt, judgeAt } from './judge-at.ts';

/** What was found at each of some commits, oldest first. */
export interface Replay {
  /** The last segments of the repository's path. */
  readonly name: string;
  /** Where it was read from, so that differences can be looked at. */
  readonly repository: string;
  readonly commits: readonly CommitJudged[];
}

export interface CommitJudged extends LinksAt {
  readonly commit: string;
}

/**
 * Checks the last commits of a repository's main line, each checked out in turn in a clone of its own.
 *
 * @param repository the absolute path of a repository; nothing in it is changed
 * @param tell hears of the progress, a line at a time
 */
export async function replay(
  repository: string,
  commits: number,
  tell: (line: string) => void,
): Promise<Replay> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'warrant-replay-')));
  try {
    await git(folder, ['clone', '-q', '--no-checkout', repository, '.']);
    const listed = await git(folder, ['log', '--first-parent', `-${commits}`, '--format=%H']);
    const ids = listed.split('\n').filter(Boolean).reverse();
    const host = nodeHost({ logger: silentLogger, trusted: true, programFolder: join(ROOT, 'src', 'node') });
    const project = new Project(host, { roots: [folder.replaceAll('\\', '/')] });
    const judged: CommitJudged[] = [];
    try {
      for (const [i, commit] of ids.entries()) {
        await git(folder, ['checkout', '-q', '--force', commit]);
        project.forgetAll();
        const snapshot = await project.check();
        judged.push({ commit, ...(await judgeAt(snapshot, commit, folder)) });
        if (i % 20 === 19) tell(`${repository}: ${i + 1} of ${ids.length} commits`);
      }
    } finally {
      project.dispose();
    }
    const name =
      repository
        .split(/[\\/]/)
        .filter((part) => part !== 'repo')
        .at(-1) ?? repository;
    return { name, repository, commits: judged };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
