import { isMap, isScalar, isSeq } from 'yaml';
import type { TextEdit } from '../editing/text-edit.ts';
import { lineEndOf, lineStart } from '../editing/text-edit.ts';
import { parseDocuments } from '../yaml/documents.ts';

/**
 * What has to be written into `warrant.yaml` for `reviews.required` to demand what it did once a node is called otherwise. Only names are followed;
 * patterns such as `C*` are their author's.
 *
 * @param shared whether another node has the old id as well, so that a bare `C2` has to stay
 */
export function renameRequired(
  text: string,
  caseId: string,
  renamed: { readonly from: string; readonly to: string },
  shared: boolean,
): TextEdit[] {
  const { from, to } = renamed;
  return requiredIn(text).flatMap(({ value, start, end }): TextEdit[] => {
    const written = text.slice(start, end);
    const quoted = (id: string): string => written.replace(value, () => id);
    if (value === `${caseId}/${from}`) return [{ start, end, newText: quoted(`${caseId}/${to}`) }];
    if (value !== from) return [];
    if (!shared) return [{ start, end, newText: quoted(to) }];
    return [besides(text, [start, end], quoted(`${caseId}/${to}`))];
  });
}

/**
 * The same once a case is called otherwise.
 *
 * @param shared whether another case has the old id as well, so that what names it has to stay
 */
export function renameRequiredCase(
  text: string,
  renamed: { readonly from: string; readonly to: string },
  shared: boolean,
): TextEdit[] {
  return requiredIn(text).flatMap(({ value, start, end }) => {
    if (!value.startsWith(`${renamed.from}/`)) return [];
    const newValue = renamed.to + value.slice(renamed.from.length);
    const newText = text.slice(start, end).replace(value, () => newValue);
    return [shared ? besides(text, [start, end], newText) : { start, end, newText }];
  });
}

/** Another item behind one, in the form of its list. */
function besides(text: string, [start, end]: readonly [number, number], item: string): TextEdit {
  const head = text.slice(lineStart(text, start), start);
  const between = /^\s*- $/.test(head) ? `${lineEndOf(text)}${head}` : ', ';
  return { start: end, end, newText: `${between}${item}` };
}

function requiredIn(text: string): { value: string; start: number; end: number }[] {
  const below = (map: unknown, name: string): unknown =>
    isMap(map) ? map.items.find(({ key }) => isScalar(key) && String(key.value) === name)?.value : undefined;
  return parseDocuments(text, () => {}).contents.flatMap((top) => {
    const list = below(below(top, 'reviews'), 'required');
    const items: readonly unknown[] = isSeq(list) ? list.items : [list];
    return items.flatMap((item) => {
      if (!isScalar(item) || !item.range) return [];
      const [start, end] = item.range;
      return [{ value: String(item.value), start, end }];
    });
  });
}
