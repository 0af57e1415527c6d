import { URI } from 'vscode-uri';
import { joinPath } from '../model/paths.ts';

/** The `file:` URI of an absolute path with `/`. */
export function toUri(file: string): string {
  return URI.file(file).toString();
}

/** The absolute path, with `/`, of a `file:` URI; undefined for other schemes. */
export function toFile(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return undefined;
  // Drive letters come in both cases; one spelling makes paths comparable.
  return parsed.path.replace(/^\/([A-Za-z]):/, (_, drive: string) => `${drive.toLowerCase()}:`);
}

/** The URI of a path in a subject. */
export function subjectUri(root: string, path: string): string {
  return toUri(joinPath(root, path));
}
