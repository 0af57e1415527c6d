import type { Git } from '../../ports/git.ts';
import type { EarlierFile } from './claim-versions.ts';

/**
 * A file as it was before a commit, under the name that it had then; see `VersionSource`. Undefined if the commit made it, or merged.
 *
 * @param commit a full object id
 * @param renamesOf what was renamed from one commit to the next: new path to old path
 */
export async function earlierFile(
  git: Git,
  commit: string,
  path: string,
  renamesOf: (before: string, after: string) => Promise<ReadonlyMap<string, string> | undefined>,
): Promise<EarlierFile | undefined> {
  const [parent, second] = await git.info([`${commit}^1`, `${commit}^2`]);
  if (!parent || second) return undefined;
  const had = async (at: string, name: string) => (await git.info([`${at}:${name}`]))[0]?.oid;
  const after = await had(commit, path);
  let [name, before]: (string | undefined)[] = [path, await had(parent.oid, path)];
  if (before === undefined) {
    name = (await renamesOf(parent.oid, commit))?.get(path);
    before = name === undefined ? undefined : await had(parent.oid, name);
  }
  if (name === undefined || before === undefined || after === undefined) return undefined;
  return { parent: parent.oid, path: name, before, after };
}
