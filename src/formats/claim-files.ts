import { isMap } from 'yaml';
import type { CaseFormat } from '../model/case.ts';
import { baseName } from '../model/paths.ts';
import { looksLikeDrawing } from './drawio/looks-like.ts';
import { looksLikeGsn } from './gsn2x/looks-like.ts';
import { isItem } from './tsf/front-matter.ts';
import { parseDocuments } from './yaml/documents.ts';
import { looksLikeCase } from './yaml/read-case.ts';

/** The files that are read as cases wherever they lie. Letter case does not matter in any of them. */
export const CLAIM_FILE_GLOBS: readonly string[] = [
  '**/*.case.yaml',
  '**/*.case.yml',
  '**/*.case.md',
  '**/*assurance[-_ ]case*.md',
  '**/*AssuranceCase*.md',
  '**/{safety,security}[-_ ]case*.md',
  '**/{safety,security}case*.md',
  '**/security[-_ ]assurance*.md',
  '**/*.gsn.yaml',
  '**/*.gsn.yml',
  '**/*.ltac',
  '**/.dotstop.dot',
  '**/*.{drawio,dio}',
  '**/*.{drawio,dio}.{svg,png,xml}',
];

/** The same as patterns on the base name. */
const NAMES: readonly (readonly [pattern: RegExp, format: CaseFormat])[] = [
  [/^.+\.case\.ya?ml$/i, 'yaml'],
  [/^.+\.case\.md$/i, 'markdown'],
  [/assurance[-_ ]?case.*\.md$/i, 'markdown'],
  [/^(?:safety|security)[-_ ]?case.*\.md$/i, 'markdown'],
  [/^security[-_ ]assurance.*\.md$/i, 'markdown'],
  [/^.+\.gsn\.ya?ml$/i, 'gsn2x'],
  [/^.+\.ltac$/i, 'ltac'],
  [/^\.dotstop\.dot$/i, 'tsf'],
  [/^.+\.(?:drawio|dio)(?:\.(?:svg|png|xml))?$/i, 'drawio'],
];

/** How the names of all these end. */
const ENDINGS = /\.(?:ya?ml|md|ltac|dot|drawio|dio|svg|png|xml)$/i;

/** Extensions that tell the format of a file that is named on the command line. */
const EXTENSIONS: readonly (readonly [pattern: RegExp, format: CaseFormat])[] = [
  [/\.ya?ml$/i, 'yaml'],
  [/\.(md|markdown|txt)$/i, 'markdown'],
  [/\.dot$/i, 'tsf'],
  [/\.svg$/i, 'drawio'],
];

/** The format of a claim file by its name; undefined for a file that is none. */
export function formatOf(path: string): CaseFormat | undefined {
  // Of thousands of files few have such an ending.
  if (!ENDINGS.test(path)) return undefined;
  const name = baseName(path);
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** The file's name without its folders and its claim-file endings: `docs/transit.case.yaml` gives `transit`. */
export function stemOf(path: string): string {
  const name = baseName(path);
  if (/^\.dotstop\.dot$/i.test(name)) return 'dotstop';
  return name
    .replace(/(?<=.)\.(?:case\.(?:ya?ml|md)|gsn\.ya?ml)$/i, '')
    .replace(/(?<=.)(?:\.(?:drawio|dio))?\.(?:svg|png|xml|jpe?g)$|(?<=.)\.(?:drawio|dio)$/i, '')
    .replace(/(?<=.)\.(ya?ml|md|markdown|txt|ltac)$/i, '');
}

/**
 * The format of a file that someone says is a case, whatever its name: by its extension, else by its content, where a YAML map
 * with one of the keys of a case is YAML and everything else Markdown. YAML whose keys are elements of gsn2x is that.
 */
export function formatByContent(path: string, text: string): CaseFormat {
  const byExtension = EXTENSIONS.find(([pattern]) => pattern.test(baseName(path)))?.[1];
  // Items of the Trustable Software Framework are Markdown, and only their front matter tells them from other documents.
  if (byExtension === 'markdown' && isItem(text)) return 'tsf';
  if (byExtension && byExtension !== 'yaml') return byExtension;
  if (looksLikeDrawing(text)) return 'drawio';
  const { contents } = parseDocuments(text, () => {});
  const maps = contents.flatMap((document) => (isMap(document) ? [document] : []));
  if (maps.some(looksLikeCase)) return 'yaml';
  return maps.some(looksLikeGsn) ? 'gsn2x' : (byExtension ?? 'markdown');
}
