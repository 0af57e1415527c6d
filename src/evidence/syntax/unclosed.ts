/*
 * Grammars look for the end of a comment or a literal as soon as it starts, through the rest of the text where nobody closes it. A text full
 * of such starts would keep them busy for hours. A person leaves one open, while writing.
 */

const MAX_UNCLOSED = 50;

const RAW_STRING = /r(#{1,255})"/g;
const COMMENT = /\/\*/g;

/** Whether a text of Rust opens too many raw strings that nobody closes. Takes time linear in the length of the text. */
export function leavesRawStringsOpen(text: string): boolean {
  return leavesOpen(text, RAW_STRING, ([, hashes]) => `"${hashes}`);
}

/** Whether a text of C or C++ opens too many comments that nobody closes. Takes time linear in the length of the text. */
export function leavesCommentsOpen(text: string): boolean {
  return leavesOpen(text, COMMENT, () => '*/');
}

function leavesOpen(text: string, opener: RegExp, closerOf: (match: RegExpExecArray) => string): boolean {
  const lasts = new Map<string, number>();
  let unclosed = 0;
  for (const match of text.matchAll(opener)) {
    const closer = closerOf(match);
    const last = lasts.get(closer) ?? text.lastIndexOf(closer);
    lasts.set(closer, last);
    if (match.index >= last) unclosed += 1;
    if (unclosed > MAX_UNCLOSED) return true;
  }
  return false;
}

const PAIRS = ['()', '[]', '{}', '<>'];
const PERCENT = /%[wWiIqQrsx]?$/;

/** Whether a text of Ruby opens too many literals such as `%w[`, whose brackets nest, that nobody closes. Takes time linear in the length of the text. */
export function leavesLiteralsOpen(text: string): boolean {
  // How many brackets more are closed than opened in what follows, up to where these are most.
  const closed = PAIRS.map(() => 0);
  let unclosed = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const pair = PAIRS.findIndex((one) => one.includes(text[i]!));
    if (pair < 0) continue;
    const opens = PAIRS[pair]![0] === text[i];
    if (opens && closed[pair]! < 1 && PERCENT.test(text.slice(Math.max(0, i - 2), i))) unclosed += 1;
    if (unclosed > MAX_UNCLOSED) return true;
    closed[pair] = Math.max(0, closed[pair]! + (opens ? -1 : 1));
  }
  return false;
}
