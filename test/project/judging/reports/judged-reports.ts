import assert from 'node:assert/strict';
import type { Verdict } from '../../../../src/model/verdict.ts';
import { makeRepository } from '../../../support/git-repository.ts';
import { linksOf, openProject } from '../../../support/project.ts';

/** Files of a repository in which a claim expects something of one of them. */
export interface ReportCase {
  /** The value of `expect`, in YAML on one line. */
  readonly expect: string;
  /** Default: `report`. */
  readonly at?: string;
  /** Committed before everything else. */
  readonly files?: Readonly<Record<string, string>>;
  /** Written and not committed, and ignored by git. */
  readonly built?: Readonly<Record<string, string>>;
}

/** Judges the one link of a case. `HEAD` in a text stands for the commit that is checked out. */
export async function judgeReportCase({
  expect,
  at = 'report',
  files = {},
  built = {},
}: ReportCase): Promise<Verdict> {
  const repository = makeRepository();
  try {
    const head = repository.commitFiles({
      ...files,
      'a.case.yaml': `case: A\nclaims:\n  C1:\n    text: Holds.\n    evidence:\n      - at: ${at}\n        expect: ${expect}\n`,
      ...(Object.keys(built).length > 0 && {
        '.gitignore': Object.keys(built)
          .map((path) => `/${path}\n`)
          .join(''),
      }),
    });
    const texts = Object.entries(built).map(([path, text]) => [path, text.replaceAll('{HEAD}', head)]);
    repository.write(Object.fromEntries(texts) as Record<string, string>);
    const { project } = openProject({ roots: [repository.root] });
    const snapshot = await project.check();
    project.dispose();
    const [link, ...others] = linksOf(snapshot);
    assert.equal(others.length, 0);
    return link!.verdict;
  } finally {
    repository.remove();
  }
}

/** Judges many reports, each against what is expected of it. In the verdicts each is called `report`. */
export async function judgeReports(
  rows: readonly { readonly expect: string; readonly report: string }[],
): Promise<Verdict[]> {
  const files = Object.fromEntries(rows.map(({ report }, i) => [`${i}/report`, report]));
  const verdicts = await judgeTogether(
    rows.map(({ expect }, i) => ({ at: `${i}/report`, expect })),
    files,
  );
  return verdicts.map(withoutFolders);
}

/** Judges many links, each below a claim of its own, in one repository. */
export async function judgeTogether(
  rows: readonly { readonly at: string; readonly expect: string }[],
  files: Readonly<Record<string, string>>,
): Promise<Verdict[]> {
  const repository = makeRepository();
  try {
    const claims = rows.map(
      ({ at, expect }, i) =>
        `  C${i}:\n    text: Holds.\n    evidence:\n      - at: ${at}\n        expect: ${expect}\n`,
    );
    repository.commitFiles({ ...files, 'a.case.yaml': `case: A\nclaims:\n${claims.join('')}` });
    const { project } = openProject({ roots: [repository.root] });
    const links = linksOf(await project.check());
    project.dispose();
    assert.equal(links.length, rows.length);
    return links.map(({ verdict }) => verdict);
  } finally {
    repository.remove();
  }
}

function withoutFolders(verdict: Verdict): Verdict {
  const plain = (text: string): string => text.replace(/\b\d+\/report\b/g, 'report');
  const targets = verdict.targets.map((target) => ({ ...target, path: plain(target.path) }));
  return { ...verdict, targets, message: plain(verdict.message) };
}

/** `state/reason path:line`. */
export function inShort({ state, reason, targets: [target] }: Verdict): string {
  const place = target ? ` ${target.path}:${target.startLine}` : '';
  return `${state}/${reason}${place}`;
}
