import { readFrontmatter } from './frontmatter.ts';
import type { Frontmatter } from './frontmatter.ts';
import { blank, MAX_LENGTH, tame } from '../../parsing/markdown-limits.ts';
import type { Removed } from '../../parsing/markdown-limits.ts';
import { emptyCase, tooLong, tooManyLists, tooTangled } from './problems.ts';
import type { Problem } from './problems.ts';

/** A document made ready for the parser. */
export interface Prepared {
  /** What to parse, as long as the document so that offsets hold; undefined where there is nothing to parse. */
  readonly text?: string;
  readonly frontmatter?: Frontmatter;
  /** Why something is left out. */
  readonly problems: readonly Problem[];
}

/** Takes out what is no Markdown (a byte order mark, frontmatter) and what no parser takes apart in reasonable time. */
export function prepare(text: string): Prepared {
  const plain = text.replace(/^\uFEFF/, ' ');
  if (plain.trim() === '') return { problems: [emptyCase()] };
  if (plain.length > MAX_LENGTH) return { problems: [tooLong(plain, MAX_LENGTH)] };
  const frontmatter = readFrontmatter(plain);
  const { text: tamed, removed } = tame(frontmatter ? blank(plain, [frontmatter.span]) : plain);
  return { text: tamed, ...(frontmatter && { frontmatter }), problems: problemsOf(removed) };
}

/** Each tangled stretch has a finding; that the document has too many lists is said once, where it begins to matter. */
function problemsOf(removed: readonly Removed[]): Problem[] {
  const tangled = removed.filter(({ why }) => why === 'lines').map(({ span }) => tooTangled(span));
  const first = removed.find(({ why }) => why === 'document');
  return first ? [...tangled, tooManyLists(first.span)] : tangled;
}
