/** The first line of a parser's message, as what continues a sentence of ours. */
export function asClause(message: string): string {
  const [line = ''] = message.split('\n');
  return line.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
