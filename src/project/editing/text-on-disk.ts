import { decodeText } from '../../evidence/text.ts';
import { baseName, folderOf, pathBelow } from '../../model/paths.ts';
import type { Host } from '../../ports/host.ts';
import { REVIEW_FILE_LIMIT } from '../reviews/review-store.ts';

/** The text of a file; undefined where there is none, it is no text, or it leads out. @param root the folder that it must not lead out of */
export async function textOnDisk(
  file: string,
  root: string,
  { files }: Pick<Host, 'files'>,
): Promise<string | undefined> {
  const [folder, path] = within(root, file);
  if ((await files.kind(folder, path)) === 'missing') return undefined;
  const read = await files.read(folder, path, REVIEW_FILE_LIMIT);
  const decoded = read.kind === 'file' ? decodeText(read.bytes) : undefined;
  return decoded?.kind === 'text' ? decoded.text : undefined;
}

/** Whether a file or a folder is there; also where a link of the file system leads to it. Nothing is read. @param root the folder that it is taken to be in */
export async function isOnDisk(file: string, root: string, { files }: Pick<Host, 'files'>): Promise<boolean> {
  const [folder, path] = within(root, file);
  return (await files.kind(folder, path)) !== 'missing';
}

function within(root: string, file: string): readonly [folder: string, path: string] {
  const below = pathBelow(root, file);
  return below === undefined ? [folderOf(file), baseName(file)] : [root, below];
}
