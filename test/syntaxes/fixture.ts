import { isWarrantScope } from './tokenizer.ts';
import type { Line, Token } from './tokenizer.ts';

/** What a fixture says of one stretch of a line: all these scopes are on every character of it. */
interface Expectation {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** One line of a text and what is expected of it. */
export interface FixtureLine {
  readonly text: string;
  readonly expected: readonly Expectation[];
}

/**
 * Reads a fixture: lines that begin with `>` are the text; below each, carets mark a stretch and name its scopes.
 *
 *     >  C2: Transport is secure
 *        ^^ entity.name.type.id.warrant
 */
export function parseFixture(fixture: string): FixtureLine[] {
  const lines: { text: string; expected: Expectation[] }[] = [];
  for (const line of fixture.split('\n')) {
    if (line.startsWith('>')) lines.push({ text: line.slice(1), expected: [] });
    else if (line.trim() !== '') lines.at(-1)!.expected.push(parseExpectation(line));
  }
  return lines;
}

function parseExpectation(line: string): Expectation {
  const match = /^ +(\^+) (.+)$/.exec(line);
  if (!match) throw new Error(`Neither a line of text nor carets with scopes: ${line}`);
  const start = line.indexOf('^') - 1;
  return { start, end: start + match[1]!.length, scopes: match[2]!.split(' ') };
}

/** What differs between a fixture and the tokens of its text: scopes that are missing, and Warrant's where none is expected. */
export function differences(fixture: readonly FixtureLine[], lines: readonly Line[]): string[] {
  return fixture.flatMap(({ expected }, index) => {
    const { text, tokens } = lines[index]!;
    const say = (at: { start: number; end: number }, what: string): string =>
      `line ${index + 1}, "${text.slice(at.start, at.end)}": ${what}`;
    return [
      ...expected.flatMap((one) =>
        missingScopes(one, tokens).map((scope) =>
          say(one, `expected ${scope}, found ${describe(one, tokens)}`),
        ),
      ),
      ...tokens
        .filter((token) => isColoured(token) && !expected.some((one) => covers(one, token)))
        .map((token) => say(token, `expected nothing, found ${describe(token, tokens)}`)),
    ];
  });
}

function missingScopes(expected: Expectation, tokens: readonly Token[]): string[] {
  const inside = tokens.filter((token) => token.start < expected.end && token.end > expected.start);
  return expected.scopes.filter(
    (scope) => inside.length === 0 || !inside.every((token) => token.scopes.includes(scope)),
  );
}

function covers(expected: Expectation, token: Token): boolean {
  return expected.start <= token.start && token.end <= expected.end;
}

/** The region has a scope of its own, which no theme colours. */
function isColoured(token: Token): boolean {
  return token.scopes.some((scope) => isWarrantScope(scope) && scope !== 'meta.case.warrant');
}

function describe(at: { start: number; end: number }, tokens: readonly Token[]): string {
  const token = tokens.find(({ start, end }) => start <= at.start && at.start < end);
  return token ? token.scopes.join(' ') : 'nothing';
}
