const DOUBLE_QUOTED = /^"([\s\S]*)"$/;
const SINGLE_QUOTED = /^'([\s\S]*)'$/;

/** Characters and escapes that stand for one character: no variables, no escapes by number. */
const PLAIN = /^(?:[^\\$]|\\(?![0-7]|x[\da-f]|u\{)[\s\S]|\$(?![a-z_{\u0080-\uffff]))*$/i;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['v', '\v'],
  ['e', '\u001b'],
  ['f', '\f'],
  ['\\', '\\'],
  ['$', '$'],
  ['"', '"'],
]);

/**
 * One way to write a string of PHP: what it says behind a single quote, whatever the quotes and escapes it was written with; as written where
 * more than single characters would have to be computed. Those begin with another character.
 */
export function phpString(text: string): string {
  const single = SINGLE_QUOTED.exec(text)?.[1];
  if (single !== undefined) return `'${single.replace(/\\([\\'])/g, '$1')}`;
  const double = DOUBLE_QUOTED.exec(text)?.[1];
  if (double === undefined || !PLAIN.test(double)) return text;
  return `'${double.replace(/\\([\s\S])/g, (whole, letter: string) => ESCAPES.get(letter) ?? whole)}`;
}
