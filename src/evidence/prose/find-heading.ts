import type { Heading } from './headings.ts';

/** Finds a heading by the fragment of a link: its slug, or a name that its author gave it; letter case counts only where it has to. */
export function findHeading(headings: readonly Heading[], fragment: string): Heading | undefined {
  const wanted = decoded(fragment);
  return (
    headings.find(({ slug }) => slug === wanted) ??
    headings.find(({ anchors }) => anchors.includes(wanted)) ??
    headings.find(({ slug }) => slug === wanted.toLowerCase()) ??
    onlyOne(headings.filter(({ slug }) => lettersOf(slug) === lettersOf(wanted)))
  );
}

/** Other sites make other slugs of the same words: they put dashes elsewhere, or underscores. */
function lettersOf(slug: string): string {
  return slug.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** Links write letters of other scripts as `%C3%A9`. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
