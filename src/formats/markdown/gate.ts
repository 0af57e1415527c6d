import { baseName } from '../../model/paths.ts';
import type { Source } from '../format.ts';
import { headingText, isTitleOfArgument } from './headings.ts';
import type { Reading } from './readings.ts';
import { isThreatTable } from './tables.ts';
import { topicOf } from './topics.ts';

/** How much of a document is an argument: all of it, the sections that say so, or only what states a node. */
export type Extent = 'all' | 'sections' | 'lines';

const FILE_NAME = /\.case\.md$|assurance[-_ ]?case|safety[-_ ]?case|threat[-_ ]?model/i;
/** An ordinary document may have one section of limitations or threats; an argument has more. */
const ENOUGH = 2;

/**
 * How much of a document is an argument. A README that names its limitations must not become a case, so words such as *Requirements* count only
 * where the file's name, its title or a stated claim says that all of it is one, or below a heading that only arguments have.
 */
export function extentOf(readings: readonly Reading[], source: Source): Extent {
  if (FILE_NAME.test(baseName(source.file)) || FILE_NAME.test(source.stem)) return 'all';
  const title = readings.find(({ entry }) => entry.form === 'heading')?.entry;
  if (title && isTitleOfArgument(headingText(title.section)?.text ?? '')) return 'all';
  if (readings.some(statesClaim)) return 'all';
  const tables = new Set<object>();
  let strong = 0;
  for (const { entry } of readings) {
    if (entry.form === 'heading' && topicOf(headingText(entry.section)?.text ?? '')?.strong) strong++;
    if (entry.form === 'row' && !tables.has(entry.table) && isThreatTable(entry)) strong++;
    if (entry.form === 'row') tables.add(entry.table);
  }
  return strong >= ENOUGH ? 'sections' : 'lines';
}

function statesClaim({ node }: Reading): boolean {
  return node?.id !== undefined && (node.keyword?.kind === 'claim' || /^(?:C|G|SC)$/.test(node.prefix));
}
