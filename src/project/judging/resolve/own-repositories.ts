import type { FileIndex } from '../../../evidence/file-index.ts';
import type { Case } from '../../../model/case.ts';
import { push } from '../../../model/multimap.ts';
import { baseName } from '../../../model/paths.ts';
import { type RepositoryUrl, parseRepositoryUrl, repositoryOf } from '../../../model/repository-url.ts';
import type { Host } from '../../../ports/host.ts';
import { pathOfUrl } from './url-path.ts';

/**
 * The repositories on the web that the subject is a checkout of, as `host/owner/name`. `known` by what its git or the case says; `likely` only
 * by the look of the links, so that one of those leads into the subject where something is there, and is a mere address otherwise.
 */
export type OwnRepositories = ReadonlyMap<string, 'known' | 'likely'>;

const CONFIG_LIMIT = 256 * 1024;

/** What is known of a subject's origin. */
export interface Origin {
  /** The last segment counts: the folder of a checkout mostly has the repository's name. */
  readonly root: string;
  /** Addresses that git fetches from. */
  readonly remotes: readonly string[];
  readonly index: FileIndex;
}

/**
 * Decides which repositories are the subject's own. Known ones are those the case names and git's remotes. A fork has the name of what it was
 * forked from; where nothing is known at all, it is the one that most links of the case lead to. Either counts only if every path that the
 * case links to in it is in the subject.
 */
export function ownRepositories(one: Case, { root, remotes, index }: Origin): OwnRepositories {
  const known = [one.subject?.repo ?? '', ...remotes].flatMap((address) => repositoryOf(address) ?? []);
  const own = new Map<string, 'known' | 'likely'>(known.map((repository) => [repository, 'known']));
  const urls = new Map<string, RepositoryUrl[]>();
  const seen = new Set<string>();
  for (const { locator } of one.evidence) {
    const url = seen.has(locator) ? undefined : parseRepositoryUrl(locator);
    seen.add(locator);
    if (url) push(urls, url.repository, url);
  }
  const total = [...urls.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [repository, leading] of urls) {
    if (own.has(repository)) continue;
    const name = baseName(repository);
    const alike = known.length > 0 ? known.some((other) => baseName(other) === name) : isMost(leading, total);
    const likely = alike || (known.length === 0 && baseName(root).toLowerCase() === name);
    if (likely && leading.every((url) => pathOfUrl(url, index) !== undefined)) own.set(repository, 'likely');
  }
  return own;
}

/** The addresses that a repository fetches from, by its settings; none where they cannot be read. Runs no git. */
export async function readRemotes(gitDirs: readonly string[], host: Host): Promise<readonly string[]> {
  const shared = gitDirs.at(-1);
  const read = shared === undefined ? undefined : await host.files.read(shared, 'config', CONFIG_LIMIT);
  return read?.kind === 'file' ? remotesIn(new TextDecoder().decode(read.bytes)) : [];
}

/** The `url` of every `[remote "…"]` section of git's settings. */
export function remotesIn(config: string): readonly string[] {
  const remotes: string[] = [];
  let inRemote = false;
  for (const line of config.split(/\r?\n/)) {
    const text = line.trim();
    if (text.startsWith('[')) inRemote = /^\[remote\s/i.test(text);
    const [, url] = (inRemote && /^url\s*=\s*(\S+)/i.exec(text)) || [];
    if (url !== undefined) remotes.push(url.replace(/^"|"$/g, ''));
  }
  return remotes;
}

function isMost(urls: readonly RepositoryUrl[], total: number): boolean {
  return urls.length * 2 > total;
}
