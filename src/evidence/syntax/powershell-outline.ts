import type { Node } from 'web-tree-sitter';
import type { Declaration, Declare, OutlineRules, Place, SymbolKind } from './outline.ts';

/**
 * PowerShell: functions and filters, classes and enums with their members, variables set outside of functions; suites and tests of Pester
 * by their titles.
 */
export const POWERSHELL_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['function_statement', declareFunction],
    ['class_statement', byFirst('simple_name', 'class')],
    ['class_property_definition', byFirst('variable', 'property')],
    ['class_method_definition', declareMethod],
    ['enum_statement', byFirst('simple_name', 'enum')],
    ['enum_member', byFirst('simple_name', 'property')],
    ['assignment_expression', declareVariable],
    ['command', declarePester],
  ]),
  wrappers: new Set(['pipeline', 'pipeline_chain']),
  lists: new Set(),
  functions: new Set(['class_method_definition', 'function_statement', 'script_block_expression']),
  startsRight: (type, text, start) => type !== 'command' || COMMAND.test(text.slice(start, start + 10)),
  notInFunctions: new Set(['assignment_expression']),
  overloads: 'apart',
};

const VARIABLE = /^(?:\[[\w.[\], ]{1,80}\]\s*)*\$(?:(?:script|global|local):)?(\w+)$/i;

/** What may be a command of Pester, by how it starts. */
const COMMAND = /^(?:\W|describe|context|it)/i;

const PESTER: ReadonlyMap<string, SymbolKind> = new Map([
  ['describe', 'suite'],
  ['context', 'suite'],
  ['it', 'test'],
]);

function childOf(node: Node | null, type: string): Node | undefined {
  return node?.namedChildren.find((child) => child.type === type);
}

function byFirst(type: string, kind: SymbolKind): (node: Node) => Declaration | undefined {
  return (node) => {
    const nameNode = childOf(node, type);
    return nameNode && { name: nameNode.text.trim().replace(/^\$/, ''), kind, nameNode };
  };
}

function declareFunction(node: Node): Declaration | undefined {
  const declaration = byFirst('function_name', 'function')(node);
  const body = childOf(node, 'script_block') ?? null;
  return declaration && { ...declaration, body, name: declaration.name.replace(/^\w+:/, '') };
}

function declareMethod(node: Node): Declaration | undefined {
  const declaration = byFirst('simple_name', 'method')(node);
  return declaration && { ...declaration, body: childOf(node, 'script_block') ?? null };
}

function declareVariable(node: Node, { within, inFunction }: Place): Declaration | undefined {
  const nameNode = childOf(node, 'left_assignment_expression');
  const name = VARIABLE.exec(nameNode?.text.trim().slice(0, 400) ?? '')?.[1];
  if (name === undefined || inFunction || within !== undefined) return undefined;
  return { name, kind: 'variable', nameNode };
}

/** `It 'rejects old versions' { … }` */
function declarePester(node: Node): Declaration | undefined {
  const kind = PESTER.get(node.childForFieldName('command_name')?.text.toLowerCase() ?? '');
  if (!kind) return undefined;
  const elements = childOf(node, 'command_elements')?.namedChildren ?? [];
  const nameNode = elements.map(innermost).find(({ type }) => type === 'string_literal');
  const body = elements.map(innermost).find(({ type }) => type === 'script_block_expression');
  const title = nameNode?.text.trim() ?? '';
  if (!body || !/^(["'])[\s\S]*\1$/.test(title)) return undefined;
  return { name: title.slice(1, -1), kind, nameNode, body };
}

/** No value is wrapped in more layers of expressions. */
const MAX_LAYERS = 16;

/** A value without the expressions around it that consist of nothing else. */
function innermost(node: Node): Node {
  let inner = node;
  for (let i = 0; i < MAX_LAYERS && VALUES.has(inner.type) === false; i++) {
    const only = inner.namedChildCount === 1 ? inner.namedChild(0) : null;
    if (!only) break;
    inner = only;
  }
  return inner;
}

const VALUES = new Set(['string_literal', 'script_block_expression']);
