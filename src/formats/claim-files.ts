import { isMap } from 'yaml';
import type { CaseFormat } from '../model/case.ts';
import { baseName } from '../model/paths.ts';
import { parseDocuments } from './yaml/documents.ts';
import { looksLikeCase } from './yaml/read-case.ts';

/** The files that are read as cases wherever they lie. Letter case does not matter in any of them. */
export const CLAIM_FILE_GLOBS: readonly string[] = [
  '**/*.case.yaml',
  '**/*.case.yml',
  '**/*.case.md',
  '**/assurance-case*.md',
  '**/*AssuranceCase*.md',
];

/** The same as patterns on the base name. */
const NAMES: readonly (readonly [pattern: RegExp, format: CaseFormat])[] = [
  [/^.+\.case\.ya?ml$/i, 'yaml'],
  [/^.+\.case\.md$/i, 'markdown'],
  [/^assurance-case.*\.md$/i, 'markdown'],
  [/assurancecase.*\.md$/i, 'markdown'],
];

/** Extensions that tell the format of a file that is named on the command line. */
const EXTENSIONS: readonly (readonly [pattern: RegExp, format: CaseFormat])[] = [
  [/\.ya?ml$/i, 'yaml'],
  [/\.(md|markdown|txt)$/i, 'markdown'],
];

/** The format of a claim file by its name; undefined for a file that is none. */
export function formatOf(path: string): CaseFormat | undefined {
  const name = baseName(path);
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** The file's name without its folders and its claim-file endings: `docs/transit.case.yaml` gives `transit`. */
export function stemOf(path: string): string {
  const name = baseName(path);
  return name.replace(/(?<=.)\.case\.(ya?ml|md)$/i, '').replace(/(?<=.)\.(ya?ml|md|markdown|txt)$/i, '');
}

/**
 * The format of a file that someone says is a case, whatever its name: by its extension, else by its content, where a YAML map
 * with one of the keys of a case is YAML and everything else Markdown.
 */
export function formatByContent(path: string, text: string): CaseFormat {
  const byExtension = EXTENSIONS.find(([pattern]) => pattern.test(baseName(path)))?.[1];
  if (byExtension) return byExtension;
  const { contents } = parseDocuments(text, () => {});
  return contents.some((document) => isMap(document) && looksLikeCase(document)) ? 'yaml' : 'markdown';
}
