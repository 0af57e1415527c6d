/** A pattern that was filled in. */
export interface FilledPattern {
  /** With what the pattern proposes for its places. */
  readonly text: string;
  /** The same as a snippet: a person goes through the places by Tab, and those that say the same are changed together. */
  readonly snippet: string;
}

/** `«the customer data»` is a place to fill in, with what it proposes; `evidence: []` waits for a locator. */
const PLACE = /«([^»\n]*)»|(?<=\bevidence: \[)(?=\])/g;

/** Writes a pattern out as a case. Places called `title` get the title. */
export function fillPattern(pattern: string, title: string): FilledPattern {
  const stops = new Map<string, number>();
  let next = 1;
  let text = '';
  let snippet = '';
  let from = 0;
  for (const { 0: whole, 1: name, index } of pattern.matchAll(PLACE)) {
    const before = pattern.slice(from, index);
    from = index + whole.length;
    const value = name === undefined ? '' : name === 'title' ? plainText(title) : name;
    text += before + value;
    snippet += escaped(before);
    if (name === 'title') snippet += escaped(value);
    else if (name === undefined) snippet += `\${${next++}}`;
    else {
      if (!stops.has(name)) stops.set(name, next++);
      snippet += `\${${stops.get(name)!}:${escaped(name)}}`;
    }
  }
  return { text: text + pattern.slice(from), snippet: snippet + escaped(pattern.slice(from)) + '$0' };
}

/** What has a meaning in a snippet, as the text that it is. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A text as one line of YAML reads it, in quotes where it needs them. */
export function plainText(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}(]/u.test(text) &&
    !/: |:$| #|[\t\n]/.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|~|[-+.\d_:eExo]+)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
