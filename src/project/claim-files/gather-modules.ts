import { formatOf } from '../../formats/claim-files.ts';
import { type Message, message, say } from '../../l10n/say.ts';
import type { UsedFile } from '../../model/case.ts';
import type { Finding } from '../../model/finding.ts';
import { folderOf, joinPath, normalizePath, pathBelow } from '../../model/paths.ts';
import type { ClaimFile } from './claim-file.ts';
import type { Gathered, Library } from './library.ts';

/** More modules than this are not read. */
const MOST_MODULES = 1000;

/** The modules that a claim file goes on in, and theirs, each once and in the order in which they are named; the file itself is none of them. */
export async function gatherModules(main: ClaimFile, library: Library): Promise<Gathered<ClaimFile>> {
  const findings: Finding[] = [];
  const known = new Map([[main.file, main]]);
  const open = [main];
  const [root = ''] = await library.rootsOf(main.file);
  for (let file = open.shift(); file; file = open.shift()) {
    for (const one of file.read.cases) {
      for (const use of one.uses.filter(({ as }) => as === 'module')) {
        if (known.size > MOST_MODULES) break;
        const path = pathFrom(root, file.file, use.path);
        const problem = path === undefined ? OUTSIDE : whyNot(await library.kind(root, path));
        if (path === undefined || problem !== undefined) {
          findings.push(notRead(use, file.file, problem ?? OUTSIDE));
          continue;
        }
        if (known.has(joinPath(root, path))) continue;
        const module = await library.read(root, path, formatOf(path) ?? one.format);
        known.set(module.file, module);
        open.push(module);
      }
    }
  }
  return { found: [...known.values()].slice(1), findings };
}

/** A path as written in a file, from the root; undefined where it leads out. */
function pathFrom(root: string, file: string, written: string): string | undefined {
  const folder = pathBelow(root, folderOf(file)) ?? '';
  return normalizePath(written) === undefined && !written.startsWith('..')
    ? undefined
    : normalizePath(joinPath(folder, written));
}

const OUTSIDE = message('it lies outside the repository, and Warrant reads nothing there');

function whyNot(kind: 'file' | 'folder' | 'missing' | 'outside'): Message | undefined {
  switch (kind) {
    case 'file':
      return undefined;
    case 'folder':
      return message('it is a folder');
    case 'missing':
      return message('there is no such file');
    case 'outside':
      return OUTSIDE;
  }
}

function notRead({ path, range }: UsedFile, file: string, why: Message): Finding {
  return {
    rule: 'module-missing',
    severity: 'error',
    message: say(
      'The module {0} is not read: {1}. Write the path from the folder of this file.',
      path,
      say(why),
    ),
    file,
    range,
  };
}
