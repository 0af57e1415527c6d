import { type Narrowing, isWholeFile, narrowingsOf } from '../project/narrowing/narrowings.ts';
import type { Project } from '../project/project.ts';
import type { JudgedCase } from '../project/snapshot.ts';
import type { Report } from './report.ts';
import { UsageError } from './usage.ts';

/** The links of a case that could be narrowed. */
export interface CaseNarrowings {
  readonly case: JudgedCase;
  readonly narrowings: readonly Narrowing[];
}

/** Looks at the links to whole files in all cases. @throws UsageError where there is no such case */
export async function narrowingsIn(
  { snapshot }: Report,
  project: Project,
  { all, case: id }: { readonly all?: boolean; readonly case?: string },
): Promise<CaseNarrowings[]> {
  const cases = snapshot.cases.filter((one) => id === undefined || one.case.id === id);
  if (cases.length === 0 && id !== undefined) {
    const ids = snapshot.cases.map((one) => one.case.id).join(', ');
    throw new UsageError(`There is no case ${id}${ids === '' ? '.' : `; there is ${ids}.`}`);
  }
  const found: CaseNarrowings[] = [];
  for (const one of cases) {
    const subject = project.knownSubjects.find(({ root }) => root === one.subject.root);
    const links = [...one.links.values()].filter(
      (judged) => judged.link.cited && (all || judged.verdict.state === 'stale') && isWholeFile(judged),
    );
    if (!subject) continue;
    const textOf = (file: string): string | undefined => project.claimText(file)?.text;
    found.push({ case: one, narrowings: await narrowingsOf(one, links, subject, textOf) });
  }
  return found;
}
