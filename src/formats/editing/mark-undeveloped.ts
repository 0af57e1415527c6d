import type { CaseNode } from '../../model/case.ts';
import { LineIndex } from '../../model/text.ts';
import type { ReadResult } from '../format.ts';
import { type ChangedText, type NodePlace, changeNode, saysTheSame } from './change-node.ts';
import { insertInYaml } from './insert-in-yaml.ts';
import { type TextEdit, lineStart, lineStop } from './text-edit.ts';

const GOES_ON: ReadonlySet<string> = new Set();

/** The words and options that say it, with what parts them from what stands around them. */
const IN_YAML = /(?:(?<=[{\s])undeveloped:[ \t]*true,?[ \t]*|,[ \t]*undeveloped:[ \t]*true)/g;
const IN_LTAC = /[ \t]{0,8}\{undeveloped\}/gi;
const IN_PROSE =
  /[ \t]{0,8}(?:[*_]{0,3}\((?:undeveloped|to be developed)\)[*_]{0,3}|[*_]{1,3}(?:undeveloped\.?|to be developed)[*_]{1,3})/gi;

/**
 * Says of a node that nothing stands below it on purpose, or says that no longer. What it gives was read back. Undefined where there is no way to.
 *
 * @param wanted what the node is to be
 */
export function markUndeveloped(
  text: string,
  place: NodePlace,
  wanted: boolean,
  read: (text: string) => ReadResult,
): ChangedText | undefined {
  const index = new LineIndex(text);
  return changeNode(
    text,
    place,
    function* ({ format }, node) {
      const start = index.offset(node.idRange.start);
      if (!wanted) {
        yield* removals(text, start, index.offset(node.range.end), format);
        return;
      }
      if (format === 'yaml' || format === 'gsn2x') {
        const insertion = { key: 'undeveloped', value: 'true', form: 'map', before: GOES_ON } as const;
        yield* insertInYaml(text, start, { ...insertion, textKey: 'text', entry: () => undefined });
        return;
      }
      const end = lineStop(text, Math.max(index.offset(node.textRange.end), start));
      const behindText = index.offset(node.textRange.end);
      const words = format === 'ltac' ? ' {undeveloped}' : ' *(undeveloped)*';
      for (const at of new Set([behindText, end])) yield [{ start: at, end: at, newText: words }];
      if (format === 'markdown') yield [{ start: end, end, newText: ' _Undeveloped._' }];
    },
    (before, after) => after.undeveloped === wanted && saysTheSame(withoutWords(before), withoutWords(after)),
    read,
  );
}

/** Prose says it in the text of the node. */
function withoutWords(node: CaseNode): CaseNode {
  return {
    ...node,
    text: node.text.replace(/\s*(?:\((?:undeveloped|to be developed)\)|undeveloped\.)$/i, ''),
  };
}

function* removals(text: string, from: number, to: number, format: string): Iterable<readonly TextEdit[]> {
  const pattern = format === 'ltac' ? IN_LTAC : format === 'markdown' ? IN_PROSE : IN_YAML;
  const end = Math.max(to, lineStop(text, from));
  for (const { index, 0: words } of text.slice(from, end).matchAll(pattern)) {
    const [start, stop] = [from + index, from + index + words.length];
    const line = lineStart(text, start);
    const isAlone =
      text.slice(line, start).trim() === '' && text.slice(stop, lineStop(text, stop)).trim() === '';
    // A line that says nothing else goes with its line end.
    yield isAlone && line > 0
      ? [{ start: lineStop(text, line - 1), end: lineStop(text, stop), newText: '' }]
      : [{ start, end: stop, newText: '' }];
  }
}
