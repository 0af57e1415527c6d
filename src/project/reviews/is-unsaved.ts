import { decodeText } from '../../evidence/text.ts';
import { baseName, folderOf } from '../../model/paths.ts';
import type { Host } from '../../ports/host.ts';
import { CLAIM_FILE_LIMIT } from '../claim-files/claim-file.ts';
import type { Documents } from '../subject/contents.ts';

/** Whether an editor holds something else of a claim file than what is on the disk. */
export async function isUnsaved(file: string, documents: Documents, { files }: Host): Promise<boolean> {
  const open = documents.get(file);
  if (open === undefined) return false;
  const read = await files.read(folderOf(file), baseName(file), CLAIM_FILE_LIMIT);
  const decoded = read.kind === 'file' ? decodeText(read.bytes) : undefined;
  return decoded?.kind === 'text' && decoded.text !== open;
}
