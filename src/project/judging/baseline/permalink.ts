import type { BaselineAnswer } from './baseline.ts';
import type { SubjectHistory } from '../../subject/subject-history.ts';

/**
 * The baseline of a link whose address names a commit. It goes before who last touched the line: the lines that such an address names are those
 * of that commit, and whoever follows it reads that version.
 *
 * @param commit a full object id
 */
export async function permalinkBaseline(commit: string, history: SubjectHistory): Promise<BaselineAnswer> {
  const known = await history.commit(commit);
  if (known === undefined) return { kind: 'not-asked' };
  if (known === null) return { kind: 'unknown', reason: history.facts.shallow ? 'shallow' : 'not-fetched' };
  const facts = await history.describe(known);
  if (!facts) return { kind: 'not-asked' };
  return {
    kind: 'commit',
    baseline: { commit: known, by: 'permalink', author: facts.author, date: facts.date },
  };
}
