/** Whether a pattern (`C1`, `S*`, `transit/C2`, `transit/S*`) names a node: without a `/` by its id in any case, else by the case's id and its own. `*` is any characters, `?` is one. */
export function namesNode(pattern: string, caseId: string, nodeId: string): boolean {
  const slash = pattern.indexOf('/');
  if (slash < 0) return matches(pattern, nodeId);
  return matches(pattern.slice(0, slash), caseId) && matches(pattern.slice(slash + 1), nodeId);
}

/** Each `*` takes as little as it can, and one character more where the rest does not fit; only the last one has to be asked again. */
function matches(pattern: string, text: string): boolean {
  let at = 0;
  let star: { readonly at: number; end: number } | undefined;
  let place = 0;
  while (place < text.length) {
    if (pattern[at] === '*') star = { at: at++, end: place };
    else if (pattern[at] === '?' || pattern[at] === text[place]) {
      at++;
      place++;
    } else if (star) {
      at = star.at + 1;
      place = ++star.end;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
