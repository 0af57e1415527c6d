import type { Node } from 'web-tree-sitter';
import type { Declaration, Declare, OutlineRules, Place } from './outline.ts';

/** Python: functions and classes wherever they are, and the names assigned to in modules and classes. */
export const PYTHON_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['function_definition', declareFunction],
    ['class_definition', (node) => named(node.childForFieldName('name'), 'class')],
    ['assignment', declareVariables],
    ['type_alias_statement', (node) => named(node.childForFieldName('left'), 'type')],
  ]),
  wrappers: new Set(['decorated_definition', 'expression_statement']),
  lists: new Set(),
  functions: new Set(['function_definition', 'lambda']),
  notInFunctions: new Set(['assignment']),
  overloads: 'one',
};

function declareFunction(node: Node, { within }: Place): Declaration | undefined {
  return named(node.childForFieldName('name'), within === 'class' ? 'method' : 'function');
}

/** `a = 1`, and several at once: `a, b = 1, 2` and `a = b = 1`. */
function declareVariables(node: Node, { parentType, within, inFunction }: Place): readonly Declaration[] {
  if (inFunction || parentType !== 'expression_statement') return [];
  const kind = within === 'class' ? 'property' : 'variable';
  const names: Node[] = [];
  for (let at: Node | null = node; at?.type === 'assignment'; at = at.childForFieldName('right')) {
    names.push(...namesIn(at.childForFieldName('left')));
  }
  return names.flatMap((name) => named(name, kind) ?? []);
}

/** The names in what is assigned to: `a`, and those in `a, (b, *c)`, but not `a.b` or `a[0]`. */
function namesIn(target: Node | null): readonly Node[] {
  if (target?.type === 'identifier') return [target];
  return target && TARGETS.has(target.type) ? target.namedChildren.flatMap(namesIn) : [];
}

const TARGETS: ReadonlySet<string> = new Set([
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'list_splat_pattern',
]);

function named(nameNode: Node | null, kind: Declaration['kind']): Declaration | undefined {
  return nameNode ? { name: nameNode.text, kind, nameNode } : undefined;
}
