/** Words that many languages put before the name of what they declare. */
const KEYWORDS =
  'class|const|def|define|enum|fn|fun|func|function|interface|let|macro_rules!|mod|module|pred|static|struct|theorem|trait|type|union|val|var';
const LONGEST_LINE = 500;
/** What is named more often is declared before that. */
const MOST_PLACES = 500;

/**
 * Whether a text of any language declares a name, for all that its lines show: a keyword stands before the name (`pub fn load`,
 * `func (s *Store) Load`), or a line that is not indented has it before a parenthesis and is no call, as in C. Takes linear time.
 *
 * @param name a single word
 */
export function declares(text: string, name: string): boolean {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return false;
  const escaped = name.replaceAll('$', '\\$');
  const byKeyword = new RegExp(`\\b(?:${KEYWORDS})\\s(?:\\([^()]{0,80}\\)\\s)?${escaped}(?![\\w$])`);
  const asInC = new RegExp(`^(?:[A-Za-z_]\\w*[ *]+){0,6}${escaped}\\s?\\([^;]*$`);
  let places = 0;
  for (
    let at = text.indexOf(name);
    at >= 0 && places++ < MOST_PLACES;
    at = text.indexOf(name, at + name.length)
  ) {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const line = text.slice(
      Math.max(start, at - LONGEST_LINE),
      Math.min(end < 0 ? text.length : end, at + LONGEST_LINE),
    );
    if (byKeyword.test(line) || asInC.test(line)) return true;
  }
  return false;
}
