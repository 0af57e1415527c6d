import { extensionOf } from './languages.ts';
import type { LineRange } from './lines.ts';
import type { Token } from './syntax/tokens.ts';

/** A symbol that has another name in a later version of its file; names without what they are part of. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** What it is part of: the class of a method. Only the last name. */
  readonly owner: string | undefined;
  /** Where it is, comments in front of it included. */
  readonly lines: LineRange;
}

/** What stands for the object whose method is running, or its class. */
const SELF: ReadonlySet<string> = new Set(['self', 'this', 'cls', 'Self', 'static', '$this']);
const ACCESS: ReadonlySet<string> = new Set(['.', '->', '::', '?.']);
/** Where a method's name alone stands for what is outside of its class. */
const ALWAYS_SAY_SELF = /^(?:py|pyi|[cm]?[jt]sx?|go|rs|php)$/i;

/**
 * A text in which a symbol is called by its later name: where it is defined, and where its own lines use it. The same word in a string, as an attribute of something
 * else, as a key or as the name of an argument says something else, and stays. Undefined where the symbol's own lines do not have its name.
 *
 * @param path tells the language
 * @param tokens of the text
 * @param text with `\n` as the only line end
 */
export function calledSo(
  path: string,
  text: string,
  tokens: readonly Token[],
  { from, to, owner, lines }: Renaming,
): string | undefined {
  const own = tokens.filter(
    ({ mark, startLine, endLine }) => !mark && startLine >= lines.start && endLine <= lines.end,
  );
  const saysSelf = ALWAYS_SAY_SELF.test(extensionOf(path).replace(/^\./, ''));
  const isUse = owner === undefined || !saysSelf ? isBareUse : (): boolean => false;
  let isDefined = false;
  let [renamed, end] = ['', 0];
  own.forEach((token, at) => {
    if (token.text !== from || !text.startsWith(from, token.start)) return;
    const around = (step: number): string => own[at + step]?.text ?? '';
    const isAccess = ACCESS.has(around(-1));
    // The first that is no attribute is the definition: what stands in front of it are decorators, modifiers and types.
    const isDefinition = !isDefined && !isAccess && !isQuoted(around) && around(-1) !== '@';
    if (!isDefinition && !isUse(around) && !isOwnAttribute(around, owner)) return;
    isDefined ||= isDefinition;
    renamed += text.slice(end, token.start) + to;
    end = token.start + from.length;
  });
  return isDefined ? renamed + text.slice(end) : undefined;
}

/** What stands so many tokens behind one (or, if negative, in front of it). */
type Around = (step: number) => string;

function isQuoted(around: Around): boolean {
  return /["'`]$/.test(around(-1)) || /^["'`]/.test(around(1));
}

/** Whether a name by itself stands for the symbol. */
function isBareUse(around: Around): boolean {
  const [before, after] = [around(-1), around(1)];
  if (ACCESS.has(before) || before === '@' || isQuoted(around)) return false;
  // The name of an argument or a variable, and a key.
  if (after === '=' || after === ':' || after === '=>') return false;
  return !((before === '{' || before === ',') && (after === '}' || (before === '{' && after === ',')));
}

/** `self.name`, but not `self.other.name`. */
function isOwnAttribute(around: Around, owner: string | undefined): boolean {
  if (owner === undefined || !ACCESS.has(around(-1)) || isQuoted(around)) return false;
  const receiver = around(-2);
  return (SELF.has(receiver) || receiver === owner) && !ACCESS.has(around(-3));
}
