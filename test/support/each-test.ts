import { type TestRepository, makeRepository } from './git-repository.ts';
import { type TestProject, openProject } from './project.ts';

/** An empty repository, and a project over it. */
export interface Opened {
  readonly repository: TestRepository;
  readonly opened: TestProject;
}

/** Gives each test of a suite an empty repository and a project over it, and takes them away after it. */
export function openForEachTest(give: (made: Opened) => void): void {
  let made: Opened;
  beforeEach(() => {
    const repository = makeRepository();
    made = { repository, opened: openProject({ roots: [repository.root] }) };
    give(made);
  });
  afterEach(() => {
    made.opened.project.dispose();
    made.repository.remove();
  });
}
