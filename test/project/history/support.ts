import type { Verdict } from '../../../src/model/verdict.ts';
import type { ProjectOptions } from '../../../src/project/options.ts';
import { linksOf, openProject } from '../../support/project.ts';

/** What one check said of links, and which git processes it ran. */
export interface Checked {
  /** The verdict of the only link, or of the one with this locator. */
  verdict(locator?: string): Verdict;
  /** `state/reason` of each link, in order; or of the one with this locator. */
  readonly all: readonly string[];
  readonly processes: readonly string[];
  /** What was looked at differs from HEAD. */
  readonly isDirty: boolean;
}

/** Checks a folder's cases once. */
export async function check(root: string, options: Partial<ProjectOptions> = {}): Promise<Checked> {
  const { project, takeProcesses } = openProject({ roots: [root], ...options });
  try {
    const snapshot = await project.check();
    const links = linksOf(snapshot);
    return {
      verdict: (locator) => {
        const found = links.find(({ link }) => locator === undefined || link.locator === locator);
        if (!found) throw new Error(`no link ${locator ?? ''}`);
        return found.verdict;
      },
      all: links.map(({ verdict: { state, reason } }) => `${state}/${reason}`),
      processes: takeProcesses(),
      isDirty: snapshot.cases.some(({ subject }) => subject.dirty),
    };
  } finally {
    project.dispose();
  }
}

/** Lines that no two of which are alike, `count` of them. */
export function linesOf(name: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `${name} ${i} = step(${i * 7})\n`).join('');
}
