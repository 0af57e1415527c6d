import type { Node } from 'web-tree-sitter';
import type { Declaration, Declare, OutlineRules, Place, SymbolKind } from './outline.ts';
import { declareTest, startsTest } from './test-calls.ts';

const FUNCTIONS = new Set(['arrow_function', 'function_expression', 'generator_function']);

/**
 * JavaScript and TypeScript: functions, classes and their members, types, enums, namespaces; constants outside of functions, and inside
 * where their value is a function; functions in objects; suites and tests by their titles.
 */
export const ECMASCRIPT_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['function_declaration', byName('function')],
    ['generator_function_declaration', byName('function')],
    ['function_signature', byName('function')],
    ['class_declaration', byName('class')],
    ['abstract_class_declaration', byName('class')],
    ['method_definition', declareMethod],
    ['method_signature', declareMethod],
    ['abstract_method_signature', declareMethod],
    ['public_field_definition', byName('property')],
    ['field_definition', (node) => named(node.childForFieldName('property'), 'property')],
    ['interface_declaration', byName('interface')],
    ['type_alias_declaration', byName('type')],
    ['enum_declaration', byName('enum')],
    ['enum_body', declareMembers],
    ['internal_module', byName('namespace')],
    ['module', byName('namespace')],
    ['variable_declarator', declareVariable],
    ['pair', declareProperty],
    ['assignment_expression', declareAssigned],
    ['export_statement', declareDefault],
    ['call_expression', (node) => declareTest(node)],
  ]),
  wrappers: new Set([
    'export_statement',
    'ambient_declaration',
    'expression_statement',
    'lexical_declaration',
    'variable_declaration',
  ]),
  lists: new Set(['lexical_declaration', 'variable_declaration']),
  heads: new Set(['lexical_declaration', 'variable_declaration']),
  functions: new Set([
    ...FUNCTIONS,
    'function_declaration',
    'generator_function_declaration',
    'method_definition',
    'class_static_block',
  ]),
  startsRight: (type, text, start) => type !== 'call_expression' || startsTest(text, start),
  holders: {
    held: new Set([...FUNCTIONS, 'class']),
    always: new Set(['assignment_expression']),
    inFunctions: new Set(['pair', 'variable_declarator']),
  },
  overloads: 'one',
};

function byName(kind: SymbolKind): (node: Node, place: Place) => Declaration | undefined {
  return (node, { parentType }) => {
    const nameNode = node.childForFieldName('name');
    if (nameNode) return named(nameNode, kind);
    return parentType === 'export_statement' ? { name: 'default', kind } : undefined;
  };
}

function declareMethod(node: Node): Declaration | undefined {
  const declaration = named(node.childForFieldName('name'), 'method');
  return declaration?.name === 'constructor' ? { ...declaration, kind: 'constructor' } : declaration;
}

function declareVariable(node: Node, { inFunction }: Place): readonly Declaration[] {
  const nameNode = node.childForFieldName('name');
  const kind = kindOfValue(node.childForFieldName('value'));
  if (inFunction && (nameNode?.type !== 'identifier' || kind !== 'function')) return [];
  if (nameNode?.type === 'identifier') return [{ name: nameNode.text, kind, nameNode }];
  return namesIn(nameNode).map((one) => ({ name: one.nameNode.text, kind: 'variable', ...one }));
}

/** The names that `{ a, b: c, ...d }` or `[a, b = 1]` gives, each with what stands there for it alone. */
function namesIn(pattern: Node | null, part = pattern): readonly { nameNode: Node; part: Node }[] {
  if (!pattern || !part) return [];
  if (NAMES.has(pattern.type)) return [{ nameNode: pattern, part }];
  if (pattern.type === 'pair_pattern') return namesIn(pattern.childForFieldName('value'), part);
  if (DEFAULTED.has(pattern.type)) return namesIn(pattern.childForFieldName('left'), part);
  return PATTERNS.has(pattern.type) ? pattern.namedChildren.flatMap((child) => namesIn(child)) : [];
}

const NAMES: ReadonlySet<string> = new Set(['identifier', 'shorthand_property_identifier_pattern']);
const DEFAULTED: ReadonlySet<string> = new Set(['assignment_pattern', 'object_assignment_pattern']);
const PATTERNS: ReadonlySet<string> = new Set(['array_pattern', 'object_pattern', 'rest_pattern']);

/** The members of an enum: `A` counts on from the last one with a value, `A = 1` has its own. */
function declareMembers(node: Node): readonly Declaration[] {
  let behind = 0;
  return node.namedChildren.flatMap((at) => {
    if (at.type === 'comment') return [];
    const isAssigned = at.type === 'enum_assignment';
    behind = isAssigned ? 0 : behind + 1;
    const declared = named(isAssigned ? at.childForFieldName('name') : at, 'property');
    return declared ? [{ ...declared, at, ...(!isAssigned && { place: `+${behind}` }) }] : [];
  });
}

/** Functions in objects, and objects that could hold some. */
function declareProperty(node: Node, { inFunction, within }: Place): Declaration | undefined {
  const value = node.childForFieldName('value');
  const nested = value?.type === 'object' && !inFunction && within !== undefined;
  if (nested) return named(node.childForFieldName('key'), 'property');
  return kindOfValue(value) === 'function' ? named(node.childForFieldName('key'), 'method') : undefined;
}

/** `exports.name = function …`, `Class.prototype.name = …`: how names were exported and methods defined before there was syntax for it. */
function declareAssigned(node: Node): Declaration | undefined {
  const nameNode = node.childForFieldName('left');
  const kind = kindOfValue(node.childForFieldName('right'));
  if (nameNode?.type !== 'member_expression' || kind === 'variable') return undefined;
  const name = nameNode.text.replace(/^(module\.)?exports\./, '').replace('.prototype.', '.');
  return /^[\w$.]+$/.test(name) ? { name, kind, nameNode } : undefined;
}

function declareDefault(node: Node): Declaration | undefined {
  const value = node.childForFieldName('value');
  const isDefault = node.children.some((child) => child.type === 'default');
  return value && isDefault ? { name: 'default', kind: kindOfValue(value), nameNode: value } : undefined;
}

function kindOfValue(value: Node | null): SymbolKind {
  if (value?.type === 'class') return 'class';
  return FUNCTIONS.has(value?.type ?? '') ? 'function' : 'variable';
}

function named(nameNode: Node | null, kind: SymbolKind): Declaration | undefined {
  if (!nameNode) return undefined;
  const name = nameNode.type === 'string' ? nameNode.text.slice(1, -1) : nameNode.text;
  return { name, kind, nameNode };
}
