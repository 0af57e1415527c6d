import { devNull } from 'node:os';

/** Where git finds the person's own configuration, and how far it may look for a repository: theirs to say. */
const KEPT = new Set([
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
]);

/** Programs that git would start, and a variable that would translate its messages in spite of `LC_ALL`. */
const DROPPED = new Set(['EDITOR', 'VISUAL', 'PAGER', 'SSH_ASKPASS', 'PREFIX', 'LANGUAGE']);

const FIXED: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
  // An object means the same on every machine, whatever replacements a clone has.
  GIT_NO_REPLACE_OBJECTS: '1',
  // A partial clone must not fetch. Older gits do not know the first; the second lets every transport fail, as no protocol is called so.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  GIT_PAGER: 'cat',
};

/**
 * The environment git runs in: that of this process without all that redirects git elsewhere (a hook that calls us runs with
 * `GIT_DIR` and `GIT_INDEX_FILE` set), names programs to run, or could make it fetch, prompt or lock.
 */
export function gitEnvironment(own: NodeJS.ProcessEnv): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(own)) {
    const upper = name.toUpperCase();
    if (value === undefined || DROPPED.has(upper)) continue;
    if (!upper.startsWith('GIT_') || KEPT.has(upper)) environment[name] = value;
  }
  return { ...environment, ...trustedFolders(own), ...FIXED };
}

/** Containers often say by `GIT_CONFIG_COUNT` which folders git may trust; of that configuration only this is kept. */
function trustedFolders(own: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  let count = 0;
  for (let i = 0; i < Number(own['GIT_CONFIG_COUNT'] ?? 0); i++) {
    const value = own[`GIT_CONFIG_VALUE_${i}`];
    if (own[`GIT_CONFIG_KEY_${i}`]?.toLowerCase() !== 'safe.directory' || value === undefined) continue;
    kept[`GIT_CONFIG_KEY_${count}`] = 'safe.directory';
    kept[`GIT_CONFIG_VALUE_${count}`] = value;
    count++;
  }
  return count === 0 ? {} : { ...kept, GIT_CONFIG_COUNT: String(count) };
}

/**
 * Configuration that outranks what the repository says, as `key=value`. The first group names programs that git would run; the
 * second would change what the commands print, and so must not depend on anyone's taste.
 */
export const GIT_CONFIG: readonly string[] = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  'core.pager=cat',
  'core.sshCommand=',
  'core.alternateRefsCommand=',
  'core.untrackedCache=false',
  'credential.helper=',
  'diff.external=',
  'gpg.program=',
  'log.showSignature=false',
  'protocol.allow=never',
  'safe.bareRepository=explicit',

  'blame.ignoreRevsFile=',
  'color.diff=false',
  'color.ui=false',
  'core.quotePath=false',
  'diff.ignoreSubmodules=none',
  // The one way to switch it off; git knows this name on every system.
  'diff.orderFile=/dev/null',
  'diff.relative=false',
  'i18n.logOutputEncoding=UTF-8',
  'log.follow=false',
];
