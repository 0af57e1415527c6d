/** In the order of what matches first. Each takes at most the rest of the text once. */
const TOKEN =
  /[A-Za-z_]\w*|\.?\d(?:[eEpP][+-]|'?[\w.])*|<<=|>>=|<=>|->\*|\.\.\.|##|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|::|\.\*|[\s\S]/y;

/**
 * The tokens of a preprocessor directive, without its comments. What opens a string, a character or a comment that nobody closes is one token
 * with all that follows. Takes time linear in the length of the text.
 */
export function directiveTokens(text: string): readonly string[] {
  const source = text.replace(/\\\n/g, '');
  const tokens: string[] = [];
  let at = 0;
  while (at < source.length) {
    const start = at;
    at = endOfToken(source, start, tokens.at(-1));
    const token = source.slice(start, at);
    if (isSpace(token) || isComment(token)) continue;
    // `#define F(x)` has parameters, `#define F (x)` has none.
    const opens = token === '(' && start > 0 && !isSpace(source[start - 1]!) && isMacroName(tokens);
    if (opens) tokens.push(`${tokens.pop()}(`);
    else tokens.push(token);
  }
  return join(tokens);
}

function isSpace(token: string): boolean {
  return /^\s/.test(token);
}

function isComment(token: string): boolean {
  return token.startsWith('//') || (token.startsWith('/*') && token.endsWith('*/'));
}

/** Behind `#`, `define` and the name. */
function isMacroName(tokens: readonly string[]): boolean {
  return tokens.length === 3 && tokens[0] === '#' && tokens[1] === 'define';
}

function join(tokens: readonly string[]): readonly string[] {
  return tokens[0] === '#' ? [`#${tokens[1] ?? ''}`, ...tokens.slice(2)] : tokens;
}

function endOfToken(source: string, start: number, previous: string | undefined): number {
  const character = source[start]!;
  if (source.startsWith('/*', start)) return after(source, '*/', start + 2);
  if (source.startsWith('//', start)) return source.length;
  if (character === '"' && previous?.endsWith('R')) return endOfRaw(source, start);
  if (character === '"' || character === "'") return endOfQuoted(source, start, character);
  TOKEN.lastIndex = start;
  return TOKEN.test(source) ? TOKEN.lastIndex : start + 1;
}

function after(source: string, end: string, from: number): number {
  const found = source.indexOf(end, from);
  return found < 0 ? source.length : found + end.length;
}

/** `R"delimiter( … )delimiter"`. */
function endOfRaw(source: string, start: number): number {
  const open = source.indexOf('(', start);
  return open < 0 ? source.length : after(source, `)${source.slice(start + 1, open)}"`, open);
}

function endOfQuoted(source: string, start: number, quote: string): number {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === quote) return at + 1;
  }
  return source.length;
}
