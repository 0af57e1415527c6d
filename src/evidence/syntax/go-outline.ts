import type { Node } from 'web-tree-sitter';
import type { Declaration, Declare, OutlineRules, Place, SymbolKind } from './outline.ts';

/**
 * Go: functions, methods as `Type.Method`, types with their fields and methods, constants and variables of the package, and the sub-tests
 * of a test by their names, as they are written.
 */
export const GO_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['function_declaration', declareFunction],
    ['method_declaration', declareMethod],
    ['type_spec', declareType],
    ['type_alias', declareType],
    ['field_declaration', declareFields],
    ['method_elem', (node) => named(node.childForFieldName('name'), 'method')],
    ['const_spec', declareVariables],
    ['var_spec', declareVariables],
    ['call_expression', declareSubtest],
  ]),
  // Of several in parentheses each stands in a list of its own, which wraps nothing.
  wrappers: new Set(['var_declaration']),
  lists: new Set(['var_spec_list']),
  heads: new Set(['const_declaration', 'var_declaration']),
  functions: new Set(['function_declaration', 'method_declaration', 'func_literal']),
  decorators: new Set(['comment']),
  isDecorator: (comment) => DIRECTIVE.test(comment),
  absent: (text) => (text.includes('Run') ? undefined : new Set(['call_expression'])),
  startsRight: (type, text, start) => type !== 'comment' || DIRECTIVE.test(text.slice(start, start + 20)),
  notInFunctions: new Set(['const_spec', 'field_declaration', 'type_alias', 'type_spec', 'var_spec']),
  overloads: 'one',
};

/** Comments that say how what follows is compiled, such as `//go:embed data.txt`; not those that other programs read. */
const DIRECTIVE = /^\/\/(?:go:(?!build\b|generate\b)|export |extern )/;

const TYPE_KINDS: ReadonlyMap<string, SymbolKind> = new Map([
  ['struct_type', 'class'],
  ['interface_type', 'interface'],
]);

const TEST_NAME = /^(Test|Benchmark|Fuzz)(?!\p{Ll})/u;
const TEST_PARAMETER = /\*\s*testing\s*\.\s*[TBF]\b/;

function declareFunction(node: Node): Declaration | undefined {
  const nameNode = node.childForFieldName('name');
  const parameters = node.childForFieldName('parameters')?.text ?? '';
  const isTest = TEST_NAME.test(nameNode?.text ?? '') && TEST_PARAMETER.test(parameters);
  return named(nameNode, isTest ? 'test' : 'function');
}

function declareMethod(node: Node): Declaration | undefined {
  const declaration = named(node.childForFieldName('name'), 'method');
  const receiver = node.childForFieldName('receiver')?.namedChildren.find(isParameter);
  const type = typeName(receiver?.childForFieldName('type') ?? null);
  return declaration && type !== undefined ? { ...declaration, of: [type] } : declaration;
}

function isParameter({ type }: Node): boolean {
  return type === 'parameter_declaration';
}

/** No receiver is written with more layers than this: parentheses, a pointer, type parameters. */
const MAX_LAYERS = 6;

/** The name of the type in `*Type[K, V]`, `(Type)` or `pkg.Type`. */
function typeName(type: Node | null): string | undefined {
  let node = type;
  for (let i = 0; node && i < MAX_LAYERS; i++) {
    if (node.type === 'type_identifier') return node.text;
    if (node.type === 'qualified_type') node = node.childForFieldName('name');
    else node = node.childForFieldName('type') ?? node.namedChild(0);
  }
  return undefined;
}

function declareType(node: Node, { inFunction }: Place): Declaration | undefined {
  if (inFunction) return undefined;
  const type = node.childForFieldName('type')?.type ?? '';
  return named(node.childForFieldName('name'), TYPE_KINDS.get(type) ?? 'type');
}

/** `A, B int` names two fields; an embedded type is a field of its name. */
function declareFields(node: Node, { inFunction, within }: Place): readonly Declaration[] {
  if (inFunction || within === undefined) return [];
  const names = declareNames(node, 'property');
  const type = node.childForFieldName('type');
  const embedded = names.length > 0 ? undefined : typeName(type);
  return embedded === undefined ? names : [{ name: embedded, kind: 'property', nameNode: type }];
}

function declareVariables(node: Node, { inFunction }: Place): readonly Declaration[] {
  if (inFunction) return [];
  const value = node.childForFieldName('value')?.namedChild(0);
  if (value?.type !== 'func_literal') return declareNames(node, 'variable');
  const body = value.childForFieldName('body');
  return declareNames(node, 'function').map((declaration) => ({ ...declaration, body }));
}

function declareNames(node: Node, kind: SymbolKind): readonly Declaration[] {
  return node
    .childrenForFieldName('name')
    .filter((name) => name.isNamed && name.text !== '_')
    .map((nameNode) => ({ name: nameNode.text, kind, nameNode }));
}

/** `t.Run("name", func(t *testing.T) { … })`, and with the name of a function. */
function declareSubtest(node: Node, { within }: Place): Declaration | undefined {
  const callee = node.childForFieldName('function');
  if (within === undefined || callee?.childForFieldName('field')?.text !== 'Run') return undefined;
  const [title, body, ...others] = node.childForFieldName('arguments')?.namedChildren.filter(isCode) ?? [];
  if (!title || !body || others.length > 0) return undefined;
  const isTest = body.type === 'func_literal' ? takesTest(body) : isTester(callee);
  const name = isTest ? textOfString(title) : undefined;
  return name === undefined ? undefined : { name, kind: 'test', nameNode: title };
}

function isCode({ type }: Node): boolean {
  return type !== 'comment';
}

function takesTest(body: Node): boolean {
  return TEST_PARAMETER.test(body.childForFieldName('parameters')?.text ?? '');
}

function isTester(callee: Node): boolean {
  return /^[tb]$/.test(callee.childForFieldName('operand')?.text ?? '');
}

function textOfString({ type, text }: Node): string | undefined {
  if (type === 'raw_string_literal') return text.slice(1, -1);
  return type === 'interpreted_string_literal' ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : undefined;
}

function named(nameNode: Node | null, kind: SymbolKind): Declaration | undefined {
  return nameNode && nameNode.text !== '_' ? { name: nameNode.text, kind, nameNode } : undefined;
}
