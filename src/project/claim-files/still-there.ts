import { baseName, folderOf } from '../../model/paths.ts';
import type { Host } from '../../ports/host.ts';
import type { Documents } from '../subject/contents.ts';
import { inTurns } from '../judging/in-turns.ts';

/**
 * Those of some files that are on disk, be it as a link that leads nowhere, or in an editor. Git lists what it tracks also where that was
 * deleted: as evidence such a file is missed, but a claim file that its author removed is none any more.
 *
 * @param files absolute, with `/`
 */
export async function stillThere(
  files: readonly string[],
  host: Host,
  documents: Documents,
): Promise<string[]> {
  const found = await inTurns(files, async (file) => {
    const folder = folderOf(file);
    return documents.has(file) || (await host.files.findUp(folder, baseName(file))) === folder;
  });
  return files.filter((_, i) => found[i]);
}
