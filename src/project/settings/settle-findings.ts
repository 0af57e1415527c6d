import { readSuppressions } from '../../formats/suppressions.ts';
import type { Finding } from '../../model/finding.ts';
import { push } from '../../model/multimap.ts';
import type { Settings } from '../../model/settings.ts';
import type { Suppression } from '../../model/suppression.ts';
import { settle } from '../../rules/settle.ts';
import type { ClaimFile } from '../claim-files/claim-file.ts';

type Comments = Parameters<typeof readSuppressions>[1];

/** How comments are written in each notation; a drawing has none, and what belongs to trudag is of two kinds. */
const COMMENTS: ReadonlyMap<string, Comments> = new Map<string, Comments>([
  ['yaml', 'hash'],
  ['gsn2x', 'hash'],
  ['ltac', 'hash'],
  ['markdown', 'html'],
]);

/** The same by the ending of a file, where that decides or no case was found. */
const COMMENTS_BY_ENDING: readonly (readonly [ending: RegExp, comments: Comments])[] = [
  [/\.(ya?ml|ltac)$/i, 'hash'],
  [/\.(md|markdown|txt)$/i, 'html'],
  [/\.dot$/i, 'slashes'],
];

/**
 * All findings as people want them: with the severities set in `warrant.yaml`, and without what comments silence.
 *
 * @param others further files with comments in YAML's way: settings and reviews
 * @param settingsOf what is set for a file, if anything is
 * @param commented code of which something was found
 */
export function settleFindings(
  findings: readonly Finding[],
  claimFiles: readonly ClaimFile[],
  others: readonly { readonly file: string; readonly text: string }[],
  settingsOf: (file: string) => Settings | undefined,
  commented: readonly { readonly file: string; readonly text: string }[] = [],
): Finding[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) push(byFile, finding.file, finding);
  const suppressions = new Map<string, Suppression[]>([
    ...commented.map(({ file, text }) => [file, readSuppressions(text, 'code')] as const),
    ...others.map(({ file, text }) => [file, readSuppressions(text, 'hash')] as const),
    ...claimFiles.map((one) => [one.file, suppressionsIn(one)] as const),
  ]);
  const files = new Set([...byFile.keys(), ...suppressions.keys()]);
  return [...files].flatMap((file) => {
    const levels = settingsOf(file)?.rules ?? new Map();
    const wishes = { levels, suppressions: suppressions.get(file) ?? [] };
    return settle(byFile.get(file) ?? [], wishes, file);
  });
}

function suppressionsIn({ file, text, read }: ClaimFile): Suppression[] {
  const format = read.cases[0]?.format;
  const comments =
    COMMENTS.get(format ?? '') ?? COMMENTS_BY_ENDING.find(([ending]) => ending.test(file))?.[1];
  return comments ? readSuppressions(text, comments) : [];
}
