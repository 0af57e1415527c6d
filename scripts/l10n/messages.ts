import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../paths.ts';

/** What the client's sources say to people. */
export interface ClientMessages {
  /** Each once, sorted. */
  readonly messages: readonly string[];
  /** `file:line` of calls whose message is not written out, and of texts that are shown and never translated. */
  readonly untranslatable: readonly string[];
}

/** Properties that VS Code shows to people. */
const SHOWN = new Set(['title', 'prompt', 'placeHolder', 'placeholder', 'detail', 'openLabel', 'tooltip']);
const SHOWS = /^show(?:Information|Warning|Error)Message$/;

/** Looks through `src/client` for `vscode.l10n.t(…)` and `say(…)`. */
export function clientMessages(): ClientMessages {
  const messages = new Set<string>();
  const untranslatable: string[] = [];
  const folder = join(ROOT, 'src', 'client');
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const hasSay = /^import \{[^}]*\bsay\b[^}]*\} from '(?:\.\.?\/)+say\.ts';$/m.test(text);
    const complain = (node: ts.Node): void => {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      untranslatable.push(`${path.replaceAll('\\', '/')}:${line + 1}`);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const [first] = node.arguments;
        if (isTranslation(node.expression, hasSay)) {
          if (first && ts.isStringLiteralLike(first)) messages.add(first.text);
          else complain(node);
        } else if (SHOWS.test(nameOf(node.expression)) && first && isWords(first)) complain(first);
      }
      if (
        (ts.isPropertyAssignment(node) && SHOWN.has(nameOf(node.name)) && isWords(node.initializer)) ||
        (ts.isBinaryExpression(node) && SHOWN.has(nameOf(node.left)) && isWords(node.right))
      )
        complain(node);
      ts.forEachChild(node, visit);
    };
    ts.forEachChild(file, visit);
  }
  return { messages: [...messages].sort(), untranslatable };
}

function isTranslation(callee: ts.Expression, hasSay: boolean): boolean {
  return callee.getText() === 'vscode.l10n.t' || (hasSay && callee.getText() === 'say');
}

function nameOf(node: ts.Node): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isIdentifier(node) ? node.text : '';
}

/** Words of the client's own, besides the name of the product. */
function isWords(node: ts.Node): boolean {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return false;
  const own = ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ')
    : node.text;
  return /\p{Ll}/u.test(own.replace('Warrant', ''));
}
