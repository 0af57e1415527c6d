import { type CST, Lexer, Parser } from 'yaml';
import { say } from '../../l10n/say.ts';
import { LineIndex } from '../../model/text.ts';
import { asClause } from '../../parsing/as-clause.ts';
import { composeYaml } from '../../parsing/yaml.ts';
import { type Comment, commentAt } from '../comments.ts';
import { createYamlReader } from './yaml-nodes.ts';
import { type DataDocuments, MAX_NESTING } from './tree.ts';

/** What a text costs is counted in lexical tokens. */
const MAX_LEXEMES = 500_000;

/** Reads the documents of a YAML text. Total: what is wrong is left out and named. */
export function readYaml(text: string): DataDocuments {
  const index = new LineIndex(text);
  const lineAt = (offset: number): number => index.position(offset).line + 1;
  const syntax = parseSyntax(text, lineAt);
  const { tokens, comments } = syntax;
  if (!tokens) return { roots: [], comments: [], mistake: { line: 1, why: say('it is too long') } };
  const deep = tooDeepAt(tokens);
  if (deep !== undefined) {
    const why = say('it is nested more than {0} levels deep', MAX_NESTING);
    return { roots: [], comments, mistake: { line: lineAt(deep), why } };
  }
  const documents = composeYaml(tokens, text.length);
  const [error] = documents.flatMap(({ errors }) => errors);
  const { read, repeated } = createYamlReader(text);
  const roots = documents.map(({ contents }) => read(contents));
  const mistake = error
    ? { line: lineAt(error.pos[0]), why: asClause(error.message) }
    : repeated[0] && {
        line: lineAt(repeated[0].at),
        why: say('the key {0} is there twice', repeated[0].key),
      };
  return { roots, comments, ...(mistake && { mistake }) };
}

interface Syntax {
  /** Undefined where the text is too much. */
  readonly tokens?: readonly CST.Token[];
  readonly comments: readonly Comment[];
}

function parseSyntax(text: string, lineAt: (offset: number) => number): Syntax {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: Comment[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MAX_LEXEMES) return { comments: [] };
    const start = parser.offset;
    if (lexeme.startsWith('#')) {
      comments.push(commentAt(text, { start, end: start + lexeme.length }, lineAt));
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, comments };
}

/** The composer is recursive: where collections are nested more deeply than it is let go down. */
function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const open: { token: CST.Token; depth: number }[] = [];
  for (const token of tokens) {
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth: 1 });
    for (let next = open.pop(); next; next = open.pop()) {
      const { depth } = next;
      if (!('items' in next.token)) continue;
      if (depth > MAX_NESTING) return next.token.offset;
      for (const { key, value } of next.token.items) {
        if (key) open.push({ token: key, depth: depth + 1 });
        if (value) open.push({ token: value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
