import type { Node } from 'web-tree-sitter';
import { type DeclaredName, namesOf, readDeclarator } from './cpp-declarator.ts';
import { declareTestBlock, declareTestFunction, opensTestBlock, startsTestBlock } from './cpp-tests.ts';
import type { Declaration, Declare, OutlineRules, Place, SymbolKind } from './outline.ts';

/**
 * C++: namespaces, types with their members, functions wherever they are defined, constants and variables outside of functions, macros, and
 * tests of the usual frameworks. What is only announced counts where the file does not define it.
 */
export const CPP_OUTLINE: OutlineRules = {
  declarations: new Map<string, Declare>([
    ['namespace_definition', declareNamespace],
    ['class_specifier', declareType],
    ['struct_specifier', declareType],
    ['union_specifier', declareType],
    ['enum_specifier', declareType],
    ['enumerator', byName('property')],
    ['function_definition', declareFunction],
    ['declaration', declareAll],
    ['field_declaration', declareAll],
    ['type_definition', declareTypedef],
    ['alias_declaration', declareAlias],
    ['concept_definition', byName('type')],
    ['preproc_def', byName('variable')],
    ['preproc_function_def', byName('function')],
    ['compound_statement', declareTestBlock],
  ]),
  wrappers: new Set(['template_declaration']),
  lists: new Set(),
  functions: new Set(['compound_statement', 'lambda_expression']),
  // A macro without semicolon, which opens the block of a test.
  decorators: new Set(['expression_statement']),
  isDecorator: opensTestBlock,
  startsRight: (type, text, start) => type !== 'expression_statement' || startsTestBlock(text, start),
  notInFunctions: new Set(['alias_declaration', 'declaration', 'field_declaration', 'type_definition']),
  onlyDecorated: new Set(['compound_statement']),
  overloads: 'apart',
};

/** C, whose functions have no overloads: definitions of one name are its variants on other platforms. */
export const C_OUTLINE: OutlineRules = { ...CPP_OUTLINE, overloads: 'one' };

/** Declarations that may define a type on the way; they declare it, too. */
const HOLDERS = new Set(['declaration', 'field_declaration', 'type_definition']);

function byName(kind: SymbolKind): Declare {
  return (node) => {
    const nameNode = node.childForFieldName('name');
    return nameNode ? { name: nameNode.text, kind, nameNode } : undefined;
  };
}

function declareNamespace(node: Node): Declaration | undefined {
  const nameNode = node.childForFieldName('name');
  const names = (nameNode?.text ?? '').split('::').map((name) => name.replace(/^\s*inline\s+/, '').trim());
  const name = names.pop();
  return name ? { name, kind: 'namespace', nameNode, of: names } : undefined;
}

function declareType(node: Node, { parentType, inFunction }: Place): Declaration | undefined {
  return HOLDERS.has(parentType) && !inFunction ? undefined : definedType(node);
}

/** A type with its body. A specialization is named with its arguments, so that it is not taken for what it specializes. */
function definedType(node: Node | null): Declaration | undefined {
  const nameNode = node?.childForFieldName('name');
  const parts = nameNode && node?.childForFieldName('body') ? namesOf(nameNode) : undefined;
  const name = parts?.pop();
  if (!nameNode || !parts || name === undefined) return undefined;
  const specialized = nameNode.type === 'template_type';
  const kind = node?.type === 'enum_specifier' ? 'enum' : 'class';
  return { name: specialized ? nameNode.text.replace(/\s+/g, '') : name, kind, nameNode, of: parts };
}

function declareFunction(node: Node, { within, inFunction }: Place): Declaration | undefined {
  // Only the members of a class are defined inside of a function; all else there is a macro with a block.
  if (inFunction && within !== 'class') return undefined;
  const declarator = node.childForFieldName('declarator');
  const hasType = node.childForFieldName('type') !== null;
  const test = hasType ? undefined : declareTestFunction(declarator);
  const declared = readDeclarator(declarator);
  return test ?? (declared && { ...declared, kind: kindOf(declared, within, hasType) });
}

function kindOf({ name, of, isFunction }: DeclaredName, within?: SymbolKind, hasType = true): SymbolKind {
  const isMember = within === 'class' || of.length > 0;
  if (!isFunction) return within === 'class' ? 'property' : 'variable';
  const constructs = isMember && !hasType && /^\w+$/.test(name) && (of.length === 0 || of.at(-1) === name);
  return constructs ? 'constructor' : isMember ? 'method' : 'function';
}

/** Functions, variables and fields, and the type that is defined in front of them. */
function declareAll(node: Node, { parentType, within, inFunction }: Place): readonly Declaration[] {
  if (inFunction || parentType === 'friend_declaration') return [];
  const type = node.childForFieldName('type');
  const isExtern = node.namedChildren.some(
    (one) => one.type === 'storage_class_specifier' && one.text === 'extern',
  );
  const declared = declarators(node).map(({ declared: one, defined }): Declaration => {
    const weak = (one.isFunction && !defined) || (isExtern && !defined);
    return { ...one, kind: kindOf(one, within, type !== null), ...(weak && { weak }) };
  });
  const defined = definedType(type);
  return defined ? [defined, ...declared] : declared;
}

/** No declaration written by a person has more; in tables made by programs the first ones are enough. */
const MAX_DECLARATORS = 100;

function declarators(node: Node): readonly { declared: DeclaredName; defined: boolean }[] {
  return node
    .childrenForFieldName('declarator')
    .slice(0, MAX_DECLARATORS)
    .flatMap((declarator) => {
      const inner =
        declarator.type === 'init_declarator' ? declarator.childForFieldName('declarator') : declarator;
      const declared = readDeclarator(inner);
      return declared ? [{ declared, defined: declarator !== inner }] : [];
    });
}

/** `typedef struct tag { … } Name;` has two names. */
function declareTypedef(node: Node, { inFunction }: Place): readonly Declaration[] {
  if (inFunction) return [];
  const defined = definedType(node.childForFieldName('type'));
  const names = declarators(node).map(({ declared }): Declaration => {
    return { ...declared, kind: defined?.kind ?? 'type' };
  });
  const isNew = defined && !names.some(({ name }) => name === defined.name);
  return isNew ? [...names, defined] : names;
}

function declareAlias(node: Node, { inFunction }: Place): Declaration | undefined {
  const nameNode = node.childForFieldName('name');
  return nameNode && !inFunction ? { name: nameNode.text, kind: 'type', nameNode } : undefined;
}
