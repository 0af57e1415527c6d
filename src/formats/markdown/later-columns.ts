import type { NodeKind } from '../../model/kinds.ts';

/** Headers of columns that hold evidence where the table says what its rows are; first in a table they head a list of files or methods. */
const LATER_EVIDENCE =
  /^(?:(?:key |relevant )?(?:source )?(?:code|files?|modules?|locations?)(?: (?:references?|links?|locations?|paths?))?|source (?:code|files?)|implemented (?:in|by)|implementation (?:files?|locations?|references?)|verification (?:methods?|approach)|how (?:it is |they are |it's )?(?:verified|tested|checked|validated|enforced)|(?:supporting )?(?:artefacts?|artifacts?)|proof|(?:verified|enforced|tested|checked) (?:at|with|using))$/i;

/** Headers of things that are threats where another column says what counters them. */
const COUNTERED_THING =
  /^(?:(?:attack|threat|abuse) )?(?:vectors?|surfaces?|scenarios?|paths?|class(?:es)?)$|^(?:entry points?|issues?|concerns?|failures?(?: modes?)?|exposures?|problems?|dangers?|(?:bug|defect|error|flaw) class(?:es)?|owasp(?: top ?(?:10|ten))?(?: (?:risks?|categor(?:y|ies)|items?))?)$/i;

/** The columns behind the first that hold evidence by such a header, given the kinds that the headers name. Columns are counted from 0. */
export function laterEvidence(header: readonly string[], kinds: readonly (NodeKind | undefined)[]): number[] {
  if (!kinds.some((kind) => kind === 'claim' || kind === 'control' || kind === 'threat')) return [];
  return header.flatMap((text, column) =>
    column > 0 && kinds[column] === undefined && LATER_EVIDENCE.test(text) ? [column] : [],
  );
}

/** The column of what is countered, where only the column of what counters it names a kind; -1 where there is none. */
export function counteredColumn(header: readonly string[], kinds: readonly (NodeKind | undefined)[]): number {
  const only = kinds.every((kind) => kind === undefined || kind === 'control' || kind === 'rebuttal');
  const at = header.findIndex((text) => COUNTERED_THING.test(text));
  return only && at >= 0 && kinds.indexOf('control') > at ? at : -1;
}
