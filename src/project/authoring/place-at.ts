import { formatOf } from '../../formats/claim-files.ts';
import { gsnRole } from '../../formats/gsn2x/roles.ts';
import { placeInLtac } from '../../formats/ltac/place-in-ltac.ts';
import { placeInMarkdown } from '../../formats/markdown/place-in-markdown.ts';
import type { WritingPlace } from '../../formats/writing-place.ts';
import { keyInYaml, placeInYaml } from '../../formats/yaml/place-in-yaml.ts';
import type { CaseFormat } from '../../model/case.ts';

export type { Choice, Want, WritingPlace } from '../../formats/writing-place.ts';

/** The notation of a claim file by its name; undefined for a file that is none. */
export function formatByName(file: string): CaseFormat | undefined {
  return formatOf(file);
}

/** What may be written at a UTF-16 offset of a claim file; undefined where that is the author's own. The file may be half typed. */
export function placeAt(format: CaseFormat, text: string, offset: number): WritingPlace | undefined {
  switch (format) {
    case 'yaml':
      return placeInYaml(text, offset);
    case 'gsn2x':
      return placeInYaml(text, offset, gsnRole());
    case 'markdown':
      return placeInMarkdown(text, offset);
    case 'ltac':
      return placeInLtac(text, offset);
    case 'tsf':
    case 'drawio':
      return undefined;
  }
}

/** What the key at a UTF-16 offset means, as Markdown, and where it stands; undefined where no key stands there. */
export function keyAt(
  format: CaseFormat,
  text: string,
  offset: number,
):
  | { readonly word: string; readonly means: string; readonly start: number; readonly end: number }
  | undefined {
  if (format === 'yaml') return keyInYaml(text, offset);
  return format === 'gsn2x' ? keyInYaml(text, offset, gsnRole()) : undefined;
}
