/**
 * Absolute path, with `/`, of the file that a part of a case (a node, a link, a reference) is written in. Its ranges are those of this file.
 *
 * @param one anything that knows the case's own file
 */
export function fileOf(one: { readonly file: string }, part: { readonly file?: string }): string {
  return part.file ?? one.file;
}
