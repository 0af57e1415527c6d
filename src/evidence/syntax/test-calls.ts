import type { Node } from 'web-tree-sitter';
import type { Declaration } from './outline.ts';

const SUITES = new Set(['describe', 'context', 'suite', 'fdescribe', 'xdescribe']);
const TESTS = new Set(['it', 'test', 'specify', 'fit', 'xit', 'xtest']);
const FUNCTIONS = new Set(['arrow_function', 'function_expression']);

/**
 * What a call such as `it('rejects old versions', () => …)` declares, named by its title; `it.only`, `test.each(…)(…)` and `test.describe` too.
 * Undefined for all other calls.
 */
export function declareTest(call: Node): Declaration | undefined {
  const callee = call.childForFieldName('function');
  const words = callee ? wordsOf(callee) : [];
  const first = words[0] ?? '';
  if (!SUITES.has(first) && !TESTS.has(first)) return undefined;
  const args = call.childForFieldName('arguments')?.namedChildren ?? [];
  const title = args[0] && titleOf(args[0]);
  if (title === undefined || !args.some((one) => FUNCTIONS.has(one.type))) return undefined;
  const kind = words.some((word) => SUITES.has(word)) ? 'suite' : 'test';
  return { name: title, kind, nameNode: args[0] };
}

const WORD = /[\w$]+/y;

/** Whether a call that starts at an offset of a text may be one that `declareTest` knows. */
export function startsTest(text: string, start: number): boolean {
  WORD.lastIndex = start;
  const [word = ''] = WORD.exec(text) ?? [];
  return SUITES.has(word) || TESTS.has(word);
}

/** No call of a test framework is longer; other chains of calls are as long as they like. */
const MAX_CHAIN = 5;

/** `test.describe.only` as its words; of `it.each(table)` those of `it.each`. Empty for what is no plain chain of names. */
function wordsOf(callee: Node): string[] {
  const words: string[] = [];
  let node: Node | null = callee;
  for (let i = 0; node && node.type !== 'identifier'; i++) {
    if (i === MAX_CHAIN) return [];
    if (node.type === 'member_expression') {
      words.unshift(node.childForFieldName('property')?.text ?? '');
      node = node.childForFieldName('object');
    } else if (node.type === 'call_expression') node = node.childForFieldName('function');
    else return [];
  }
  return node ? [node.text, ...words] : [];
}

/** A title that is written down; none for one that is put together when the tests run. */
function titleOf(node: Node): string | undefined {
  const isText = node.type === 'string' || node.type === 'template_string';
  if (!isText || node.namedChildren.some((child) => child.type === 'template_substitution')) return undefined;
  return node.text.slice(1, -1).replace(/\\(['"`])/g, '$1');
}
