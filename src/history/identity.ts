import type { Git } from '../ports/git.ts';

/**
 * Who works here, as git writes people, by what is configured as author or as user; undefined where a name or an address is not set, as git would
 * then guess. One process. @throws GitError
 */
export async function configuredPerson(git: Git): Promise<string | undefined> {
  const output = await git.run(['config', '-z', '--get-regexp', '^(author|user)\\.(name|email)$'], {
    accept: [1],
  });
  const set = new Map<string, string>();
  for (const entry of output.split('\0')) {
    const end = entry.indexOf('\n');
    // Of several the last counts.
    if (end > 0) set.set(entry.slice(0, end).toLowerCase(), entry.slice(end + 1).trim());
  }
  const name = set.get('author.name') || set.get('user.name');
  const mail = set.get('author.email') || set.get('user.email');
  return name && mail ? `${name} <${mail}>` : undefined;
}
