import { createLookup, type Lookup } from '../../src/service/lookup.ts';
import type { ClaimText } from '../../src/project/editing/claim-text.ts';
import type { Texts } from '../../src/project/editing/file-edits.ts';
import type { Position } from '../../src/model/text.ts';
import { joinPath } from '../../src/model/paths.ts';
import { LineIndex } from '../../src/model/text.ts';
import { type TestRepository, makeRepository } from './git-repository.ts';
import type { Subject } from '../../src/project/subject/subject.ts';
import { CURSOR } from './cursor.ts';
import { openProject } from './project.ts';

/** A committed workspace, looked at once. */
export interface TestWorkspace {
  readonly lookup: Lookup;
  readonly repository: TestRepository;
  /** Where evidence was looked for; git is no longer asked. */
  readonly subjects: readonly Subject[];
  /** The absolute path of a file. */
  file(path: string): string;
  /** The places marked in a file, in order. */
  cursors(path: string): Position[];
  /** A claim file as it can be edited. */
  claimText(path: string): ClaimText | undefined;
  /** Where edits get their texts from: the disk. */
  readonly texts: Texts;
  /** What a range covers in a file. */
  textAt(path: string, range: { start: Position; end: Position }): string;
}

/**
 * Commits files (with cursors in them taken out), then does something, then looks at the cases.
 *
 * @param then what happens after the commit, such as further commits
 * @param folders of the repository that are opened
 */
export async function makeWorkspace(
  files: Readonly<Record<string, string>>,
  then: (repository: TestRepository) => void = () => {},
  folders: readonly string[] = [''],
): Promise<TestWorkspace> {
  const repository = makeRepository();
  const places = new Map<string, Position[]>();
  const clean: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    const parts = text.split(CURSOR);
    clean[path] = parts.join('');
    const index = new LineIndex(clean[path]);
    let offset = 0;
    places.set(
      path,
      parts.slice(0, -1).map((part) => index.position((offset += part.length))),
    );
  }
  repository.commitFiles(clean, { author: 'Ada', date: '2026-05-03T10:00:00+00:00' });
  then(repository);
  const { project, host } = openProject({
    roots: folders.map((folder) => joinPath(repository.root, folder)),
  });
  const lookup = createLookup(await project.check());
  const subjects = [...project.knownSubjects];
  project.dispose();
  return {
    lookup,
    repository,
    subjects,
    file: (path) => `${repository.root}/${path}`,
    cursors: (path) => places.get(path) ?? [],
    claimText: (path) => project.claimText(`${repository.root}/${path}`),
    texts: {
      claimText: (file) => project.claimText(file),
      text: (file) => project.textOf(file),
      isThere: (file) => project.isThere(file),
      settingsOf: (file) => project.settingsOf(file),
      digest: host.digest,
      now: host.clock.now(),
    },
    textAt: (path, { start, end }) => {
      const index = new LineIndex(clean[path] ?? '');
      return (clean[path] ?? '').slice(index.offset(start), index.offset(end));
    },
  };
}
