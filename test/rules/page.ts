import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLocator } from '../../src/evidence/locator.ts';
import type { Finding } from '../../src/model/finding.ts';
import { TEST_GIT_ENVIRONMENT, makeRepository } from '../support/git-repository.ts';
import { openProject } from '../support/project.ts';

/** Whoever commits in an example. */
const SOMEBODY: NodeJS.ProcessEnv = {
  ...TEST_GIT_ENVIRONMENT,
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, 'Ben'],
      [`GIT_${role}_EMAIL`, 'ben@example.org'],
    ]),
  ),
};

export const PAGES = join(import.meta.dirname, '..', '..', 'docs', 'rules');

/** One fenced block: a file as it is to be written, or lines for the shell. */
export type Step = { readonly file: string; readonly text: string } | { readonly run: readonly string[] };

/** The page of a rule, as far as it can be tested. */
export interface Page {
  readonly title: string;
  /** What it says of the rule's severity. */
  readonly level: string;
  readonly bad: readonly Step[];
  readonly good: readonly Step[];
  readonly silence: string;
}

/** Reads a page of docs/rules. */
export function readPage(id: string): Page {
  const text = readFileSync(join(PAGES, `${id}.md`), 'utf8');
  const section = (name: string): string =>
    text.split(/^## (?=(?:Bad|Good|Silence)$)/m).find((part) => part.startsWith(`${name}\n`)) ?? '';
  return {
    title: /^# (.*)$/m.exec(text)?.[1] ?? '',
    level: /^Default: (.*)$/m.exec(text)?.[1] ?? '',
    bad: stepsIn(section('Bad')),
    good: stepsIn(section('Good')),
    silence: section('Silence'),
  };
}

function stepsIn(section: string): Step[] {
  return [...section.matchAll(/^(`{3,})(\w+) ?(.*)\n([^]*?)^\1$/gm)].map(([, , language, file, text]) =>
    language === 'console'
      ? { run: text!.split('\n').flatMap((line) => /^\$ (.*)/.exec(line)?.[1] ?? []) }
      : { file: file!, text: text! },
  );
}

/** What is found of an example, in a repository of its own. What it only has in order to be complete is made where it is missing. */
export async function findingsOf(steps: readonly Step[], fill: boolean): Promise<readonly Finding[]> {
  const repository = makeRepository();
  try {
    const written = new Set<string>();
    let committed = false;
    const commit = (): void => {
      if (!committed) repository.commit({ author: 'Ada' });
      committed = true;
    };
    for (const step of steps) {
      if ('run' in step) {
        commit();
        for (const line of step.run)
          execFileSync('sh', ['-c', line], {
            cwd: repository.root,
            env: SOMEBODY,
            stdio: 'pipe',
          });
      } else {
        if (written.has(step.file)) commit();
        written.add(step.file);
        repository.write({ [step.file]: step.text });
      }
    }
    if (fill) repository.write(await missingFiles(repository.root));
    commit();
    return (await look(repository.root)).findings;
  } finally {
    repository.remove();
  }
}

async function look(root: string) {
  const { project } = openProject({ roots: [root] });
  try {
    return await project.check();
  } finally {
    project.dispose();
  }
}

/** Files that links lead to and that the example does not show. */
async function missingFiles(root: string): Promise<Record<string, string>> {
  const { cases } = await look(root);
  const paths = cases.flatMap((one) =>
    one.case.evidence
      .filter(({ cited }) => cited)
      .flatMap(({ locator }) => {
        const parsed = parseLocator(locator);
        return parsed.kind === 'path' && !existsSync(join(root, parsed.path)) ? [parsed.path] : [];
      }),
  );
  return Object.fromEntries(paths.map((path) => [path, 'shown nowhere\n']));
}
