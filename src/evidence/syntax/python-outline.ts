import type { Node } from 'web-tree-sitter';
import type { Declaration, OutlineRules, Place } from './outline.ts';

/** Python: functions and classes wherever they are, and the names assigned to in modules and classes. */
export const PYTHON_OUTLINE: OutlineRules = {
  declarations: new Map<string, (node: Node, place: Place) => Declaration | undefined>([
    ['function_definition', declareFunction],
    ['class_definition', (node) => named(node.childForFieldName('name'), 'class')],
    ['assignment', declareVariable],
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

function declareVariable(node: Node, { parentType, within, inFunction }: Place): Declaration | undefined {
  const left = node.childForFieldName('left');
  if (inFunction || parentType !== 'expression_statement' || left?.type !== 'identifier') return undefined;
  return named(left, within === 'class' ? 'property' : 'variable');
}

function named(nameNode: Node | null, kind: Declaration['kind']): Declaration | undefined {
  return nameNode ? { name: nameNode.text, kind, nameNode } : undefined;
}
