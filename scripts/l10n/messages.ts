import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../paths.ts';

/** What the sources say to people. */
export interface Messages {
  /** Each once, sorted. */
  readonly messages: readonly string[];
  /** `file:line` of what nobody could translate, each with why. */
  readonly untranslatable: readonly string[];
}

/** Which arguments of the functions of `src/l10n/say.ts` are messages. */
const SAYING: Readonly<Record<string, readonly number[]>> = { say: [0], sayCount: [1, 2], message: [0] };

/** Properties that VS Code shows to people. */
const SHOWN = new Set([
  'accessibilityLabel',
  'description',
  'detail',
  'label',
  'openLabel',
  'placeHolder',
  'placeholder',
  'prompt',
  'refused',
  'said',
  'title',
  'tooltip',
]);
const SHOWS = /^show(?:Information|Warning|Error)Message$/;

/** The folders whose properties of such names are shown; in others they are fields of the model. */
const SHOWING = /^(?:client|service|server)\//;

/** The folders whose messages reach people as findings, refusals and explanations. */
const TELLING = /^(?:evidence|formats|history|model|node|parsing|project|rules|server|service)\//;

/** How they name what they tell. */
const TOLD = new Set(['message', 'why', 'means']);

/** Makes texts of nodes, which stand in files as soon as a case is converted: those are English. */
const OF_NODES = 'formats/gsn2x/defeated.ts';

/** Looks through `src` for what is said by `src/l10n/say.ts`, and for what is shown without it. */
export function findMessages(): Messages {
  const messages = new Set<string>();
  const untranslatable: string[] = [];
  const folder = join(ROOT, 'src');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = name.replaceAll('\\', '/');
    if (!path.endsWith('.ts') || path.startsWith('cli/')) continue;
    const file = ts.createSourceFile(
      path,
      readFileSync(join(folder, name), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    for (const found of messagesIn(file))
      if ('text' in found) messages.add(found.text);
      else untranslatable.push(`${path}:${found.line} ${found.why}`);
  }
  return { messages: [...messages].sort(), untranslatable };
}

/** @property line 1-based */
type Found = { readonly text: string } | { readonly line: number; readonly why: string };

function messagesIn(file: ts.SourceFile): Found[] {
  const found: Found[] = [];
  const saying = importedFrom(file, /\/l10n\/say\.ts$|^\.\/say\.ts$/);
  const complain = (node: ts.Node, why: string): void => {
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, why });
  };
  const isTelling = TELLING.test(file.fileName) && file.fileName !== OF_NODES;
  const said = new Set<ts.Node>();
  const visit = (node: ts.Node, isRunLater: boolean, isSeen: boolean): void => {
    const called = ts.isCallExpression(node) ? nameOf(node.expression) : '';
    if (ts.isCallExpression(node) && saying.has(called)) {
      // The language is not known while modules are loaded.
      if (called !== 'message' && !isRunLater)
        complain(node, 'is said before the language is known: use message()');
      for (const index of SAYING[called] ?? []) {
        const argument = node.arguments[index];
        for (const part of argument ? branches(argument) : []) {
          said.add(part);
          if (ts.isStringLiteralLike(part)) found.push({ text: part.text });
          else if (ts.isTemplateExpression(part)) complain(part, 'is put together: use {0}');
        }
      }
    } else if (SHOWING.test(file.fileName) && shownBy(node).some(isWords))
      complain(node, 'is shown, and not said by say()');
    else if (isTelling && isSeen && !said.has(node) && tells(node))
      complain(node, 'is told to people, and not said by say()');
    ts.forEachChild(node, (child) => {
      visit(child, isRunLater || ts.isFunctionLike(node), isSeen && !isForDevelopers(node));
    });
  };
  visit(file, false, true);
  return found;
}

/** The functions of `say.ts` that a file imports. */
function importedFrom(file: ts.SourceFile, module: RegExp): ReadonlySet<string> {
  const names = file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    if (!module.test(statement.moduleSpecifier.text)) return [];
    const bindings = statement.importClause?.namedBindings;
    return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  });
  return new Set(names.filter((name) => name in SAYING));
}

/** What an expression may be: both sides of `a ? b : c`. */
function branches(node: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) return branches(node.expression);
  if (ts.isConditionalExpression(node)) return [...branches(node.whenTrue), ...branches(node.whenFalse)];
  return [node];
}

/** What a node of the source gives to VS Code to show. */
function shownBy(node: ts.Node): ts.Expression[] {
  if (ts.isCallExpression(node)) return SHOWS.test(nameOf(node.expression)) ? node.arguments.slice(0, 1) : [];
  if (ts.isPropertyAssignment(node)) return SHOWN.has(nameOf(node.name)) ? branches(node.initializer) : [];
  if (!ts.isBinaryExpression(node) || !SHOWN.has(nameOf(node.left))) return [];
  return node.operatorToken.kind === ts.SyntaxKind.EqualsToken ? branches(node.right) : [];
}

function nameOf(node: ts.Node): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isIdentifier(node) ? node.text : '';
}

/** Words of Warrant's own, besides its name and those of icons. */
function isWords(node: ts.Node): boolean {
  return /\p{Ll}/u.test(
    ownText(node)
      .replace('Warrant', '')
      .replace(/\$\([\w-]+\)/g, ''),
  );
}

/** Whether something is a sentence, or words that have the name of what is told. Of regular expressions, none ends like one. */
function tells(node: ts.Node): boolean {
  if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) {
    if (!node.initializer || !TOLD.has(nameOf(node.name))) return false;
    return branches(node.initializer).some((part) => /\p{Ll}{2,} |\p{Ll} .*\p{Ll}/u.test(ownText(part)));
  }
  return (
    /^[^#|]*\p{Ll}{2,} [^|]*[\p{L}\p{N}`"”)…][.?]$/u.test(ownText(node)) && !ownText(node).includes('(?:')
  );
}

/** Errors that nobody should ever see, and the log. */
function isForDevelopers(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return nameOf(node.expression).endsWith('Error');
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    nameOf(node.expression.expression) === 'logger'
  );
}

/** What a text says by itself, `…` for what is put into it; empty for all else. */
function ownText(node: ts.Node): string {
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
  return ts.isStringLiteralLike(node) ? node.text : '';
}
