import type { Language as Grammar } from 'web-tree-sitter';
import type { Frame, TokenRules } from './tokens.ts';

/** What is the same for all nodes of a type. */
export interface Kind {
  readonly type: string;
  readonly named: boolean;
  readonly comment: boolean;
  readonly rewrite: ((frame: Frame) => readonly string[] | undefined) | undefined;
  /** Its parentheses, or braces, may be redundant. */
  readonly parenthesized: boolean;
  /** Only its indentation delimits it. */
  readonly indented: boolean;
  /** Its named children are statements or members. */
  readonly list: boolean;
  /** Its named children are words. */
  readonly words: boolean;
  readonly opener: boolean;
  readonly closer: boolean;
}

const OPENERS = new Set(['(', '[', '{', '<']);
const CLOSERS = new Set([')', ']', '}', '>']);

/** Looked up by numbers, since names cost more for as many nodes as code has. */
const known = new WeakMap<TokenRules, WeakMap<Grammar, (Kind | undefined)[]>>();

/** Gives the kind of a node by the number of its type. */
export function kindsFor(grammar: Grammar, rules: TokenRules): (id: number) => Kind {
  const byGrammar = known.get(rules) ?? new WeakMap<Grammar, (Kind | undefined)[]>();
  const kinds = byGrammar.get(grammar) ?? [];
  known.set(rules, byGrammar.set(grammar, kinds));
  // The number of the errors is the greatest there is, and would make the list as long.
  let error: Kind | undefined;
  return (id) => {
    if (id >= grammar.types.length) return (error ??= kindOf(grammar, id, rules));
    return (kinds[id] ??= kindOf(grammar, id, rules));
  };
}

function kindOf(grammar: Grammar, id: number, rules: TokenRules): Kind {
  // As web-tree-sitter calls what has no name.
  const type = grammar.types[id] || 'ERROR';
  return {
    type,
    named: grammar.nodeTypeIsNamed(id),
    comment: rules.comments.has(type),
    rewrite: rules.rewrite.get(type),
    parenthesized: rules.parenthesized.has(type),
    indented: rules.indented.has(type),
    list: rules.lists.has(type),
    words: rules.words?.has(type) === true,
    opener: OPENERS.has(type),
    closer: CLOSERS.has(type),
  };
}
