/** A file or folder of a repository as a web address names it, on GitHub, GitLab, Bitbucket, Gitea and what works like them. */
export interface RepositoryUrl {
  /** Host and name, in lower case: `github.com/owner/name`. */
  readonly repository: string;
  /** The branch, tag or commit, then the path; a branch can have slashes of its own, so that only a repository can tell where the path begins. */
  readonly segments: readonly string[];
  /** The commit, where the address is a permalink. */
  readonly commit?: string;
  /** What stands behind the `#`. */
  readonly fragment?: string;
}

const LONGEST = 2_000;
const ADDRESS = /^https?:\/\/(?:www\.)?([^/?#@\s]+)\/([^?#\s]*)(?:\?[^#\s]*)?(?:#(\S*))?$/i;
const RAW_HOST = 'raw.githubusercontent.com';
const VIEWS = new Set(['blame', 'blob', 'edit', 'raw', 'src', 'tree']);
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** `refs/heads/main` on GitHub; `branch/main`, `commit/…` on Gitea. */
const REFS: readonly (readonly string[])[] = [
  ['refs', 'heads'],
  ['refs', 'tags'],
  ['refs', 'remotes'],
];
const GITEA_REFS = new Set(['branch', 'commit', 'tag']);
const REMOTE =
  /^(?:(?:https?|ssh|git):\/\/(?:[^/@\s]*@)?([^/:\s]+)(?::\d+)?\/|(?:[^/@:\s]+@)([^/:\s]+):)([^?#\s]+?)(?:\.git)?\/?$/i;

/** Reads the address of a file or folder in a repository; undefined for any other address, such as that of an issue. */
export function parseRepositoryUrl(url: string): RepositoryUrl | undefined {
  const [, host, path, fragment] = (url.length <= LONGEST && ADDRESS.exec(url)) || [];
  if (host === undefined || path === undefined) return undefined;
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
  const split = host.toLowerCase() === RAW_HOST ? splitRaw(segments) : splitView(host, segments);
  if (!split || split.rest.length < 2) return undefined;
  const [ref = ''] = split.rest;
  return {
    repository: split.repository.toLowerCase(),
    segments: split.rest,
    ...(COMMIT.test(ref) && { commit: ref }),
    ...(fragment && { fragment }),
  };
}

/** The repository, `host/owner/name` in lower case, that a clone address or a web address names; undefined where it names none. */
export function repositoryOf(address: string): string | undefined {
  if (address.length > LONGEST) return undefined;
  const [, host, sshHost, name] = REMOTE.exec(address.trim()) ?? [];
  const at = host ?? sshHost;
  if (at === undefined || !name?.includes('/')) return undefined;
  return `${at.replace(/^www\./i, '')}/${name}`.toLowerCase();
}

interface Split {
  readonly repository: string;
  readonly rest: readonly string[];
}

function splitRaw(segments: readonly string[]): Split {
  return {
    repository: `github.com/${segments.slice(0, 2).join('/')}`,
    rest: withoutRefs(segments.slice(2)),
  };
}

function splitView(host: string, segments: readonly string[]): Split | undefined {
  // GitLab has groups in groups, and `-` before the view.
  const dash = segments.indexOf('-');
  const view = dash >= 2 ? dash + 1 : 2;
  const kind = segments[view];
  if (kind === undefined || !VIEWS.has(kind)) return undefined;
  const after = segments.slice(view + 1);
  const isGitea = (kind === 'src' || kind === 'raw') && GITEA_REFS.has(after[0] ?? '') && after.length > 2;
  const names = segments.slice(0, dash >= 2 ? dash : 2);
  return { repository: `${host}/${names.join('/')}`, rest: isGitea ? after.slice(1) : withoutRefs(after) };
}

function withoutRefs(segments: readonly string[]): readonly string[] {
  const isRef = REFS.some((ref) => ref.every((name, at) => segments[at] === name));
  return isRef ? segments.slice(2) : segments;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
