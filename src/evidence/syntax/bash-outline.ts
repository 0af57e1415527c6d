import type { Node } from 'web-tree-sitter';
import { titleOfTest } from './bats.ts';
import type { Declaration, Declare, OutlineRules, Place } from './outline.ts';

/** Bash and other shells: functions, and variables set outside of them; tests of Bats by their titles. */
export const BASH_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['function_definition', declareFunction],
    ['variable_assignment', declareVariable],
  ]),
  wrappers: new Set(['declaration_command']),
  lists: new Set(['declaration_command']),
  functions: new Set(['command_substitution', 'function_definition', 'process_substitution']),
  notInFunctions: new Set(['variable_assignment']),
  overloads: 'one',
};

function declareFunction(node: Node): Declaration | undefined {
  const nameNode = node.childForFieldName('name');
  if (!nameNode) return undefined;
  const title = titleOfTest(nameNode.text);
  return { name: title ?? nameNode.text, kind: title === undefined ? 'function' : 'test', nameNode };
}

/** `A=1 command` sets it for the command only. */
function declareVariable(node: Node, { parentType, inFunction }: Place): Declaration | undefined {
  const nameNode = node.childForFieldName('name');
  if (inFunction || parentType === 'command' || nameNode?.type !== 'variable_name') return undefined;
  return { name: nameNode.text, kind: 'variable', nameNode };
}
