import type { ReadItem } from '../../formats/tsf/join-items.ts';
import { isItem } from '../../formats/tsf/front-matter.ts';
import { say } from '../../l10n/say.ts';
import type { UsedFile } from '../../model/case.ts';
import type { Finding } from '../../model/finding.ts';
import { folderOf, pathBelow } from '../../model/paths.ts';
import { listNames } from '../../model/phrases.ts';
import type { ClaimFile } from './claim-file.ts';
import { inTurns } from '../judging/in-turns.ts';
import type { Gathered, Library } from './library.ts';

/** An item, and the file that says it. */
export interface FoundItem extends ReadItem {
  readonly id: string;
  readonly source: ClaimFile;
}

/**
 * The files of the items that a graph names: `<id>.md`, wherever in the repository. Where several files have that name, those count that have
 * the front matter of an item.
 */
export async function gatherItems(graph: ClaimFile, library: Library): Promise<Gathered<FoundItem>> {
  const [root = ''] = await library.rootsOf(graph.file);
  const index = await library.indexAt(root);
  if (!index) return { found: [], findings: [] };
  const uses = graph.read.cases.flatMap((one) => one.uses.filter(({ as }) => as === 'item'));
  const answers = await inTurns(uses, async (use): Promise<FoundItem | Finding> => {
    const paths = index.byName(`${use.path}.md`);
    const read = await Promise.all(
      paths.slice(0, MOST_NAMESAKES).map((path) => library.read(root, path, 'tsf')),
    );
    const items = read.length > 1 ? read.filter(({ text }) => isItem(text)) : read;
    const [source] = items;
    const one = source?.read.cases[0];
    if (items.length > 1) return ambiguous(use, graph.file, items);
    if (!source || !one) return missing(use, graph.file, paths);
    return { id: use.path, file: source.file, case: one, source };
  });
  return {
    found: answers.filter((answer) => 'source' in answer),
    findings: answers.filter((answer) => 'rule' in answer),
  };
}

const MOST_NAMESAKES = 20;

function missing({ path: id, range }: UsedFile, file: string, paths: readonly string[]): Finding {
  const message =
    paths.length === 0
      ? say(
          'There is no file {0}.md in the repository, so nothing is known of this item. Add it, or remove the item with trudag.',
          id,
        )
      : say(
          'None of {0} is an item: their front matter does not say whether they are normative.',
          paths.join(', '),
        );
  return { rule: 'item-missing', severity: 'error', message, file, range, node: id };
}

function ambiguous({ path: id, range }: UsedFile, file: string, items: readonly ClaimFile[]): Finding {
  const names = items.map((item) => pathBelow(folderOf(file), item.file) ?? item.file);
  return {
    rule: 'item-ambiguous',
    severity: 'error',
    message: say(
      '{0} files are called {1}.md, and each could be this item: {2}. Rename all but one.',
      items.length,
      id,
      listNames(names, 5),
    ),
    file,
    range,
    node: id,
    related: items.map((item) => ({
      message: `${id}.md`,
      place: { kind: 'claim-file', file: item.file, range: TOP },
    })),
  };
}

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
