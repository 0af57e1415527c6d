/** What the names of new cases end in. */
export const CASE_ENDING = '.case.yaml';

/** Longer names are no help. */
const LONGEST = 50;

/** A name for the file of a case, without its ending: `Security of Müller’s app` gives `security-of-mullers-app`. */
export function nameFor(title: string): string {
  const words = title
    .slice(0, 4 * LONGEST)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let name = '';
  for (const word of words) {
    if (name !== '' && name.length + 1 + word.length > LONGEST) break;
    name += (name === '' ? '' : '-') + word.slice(0, LONGEST);
  }
  return name || 'assurance';
}

/** What is wrong with a path that a person typed. */
export type PathProblem = 'empty' | 'outside' | 'folder';

/** A path relative to the folder that is open, with `/`, and with the ending of a case; or what is wrong with it. */
export function casePath(typed: string): { readonly path: string } | { readonly problem: PathProblem } {
  const path = typed.trim().replaceAll('\\', '/').replace(/^\.\//, '');
  if (path === '') return { problem: 'empty' };
  if (/^\/|^[A-Za-z]:|^~/.test(path) || path.split('/').includes('..')) return { problem: 'outside' };
  if (path.endsWith('/')) return { problem: 'folder' };
  return {
    path: /\.case\.ya?ml$/i.test(path)
      ? path
      : path.replace(/(?:\.case)?(?:\.(?:ya?ml|md|markdown))?$/i, CASE_ENDING),
  };
}
