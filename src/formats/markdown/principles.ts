/** Design principles by the names that Saltzer and Schroeder gave them, and those of the lists made since. */
const NAMES = [
  '(?:principle of )?(?:least|minimal|minimum) (?:privileges?|authority|permissions?)',
  'least common mechanism|(?:separation|segregation|division) of (?:privileges?|duties|duty|concerns|responsibilit(?:y|ies))',
  '(?:economy|simplicity) of (?:mechanisms?|design)|keep it simple|simplicity',
  'defen[cs]e in depth|layered (?:defen[cs]es?|security)|multiple layers(?: of defen[cs]e)?',
  '(?:fail|failing) (?:safe|secure|securely|closed)(?: defaults?)?|(?:safe|secure) (?:by default|defaults?)|secure by design|deny by default|default deny',
  '(?:complete|full) mediation|open design|psychological acceptability|least astonishment|usable security',
  '(?:limited|limiting|limit|minimal|minimi[sz]ed?|minimi[sz]ing|small|reduced?|reducing) (?:the )?attack surface|attack surface (?:reduction|minimi[sz]ation)',
  '(?:limit|limits|limiting|limited) access|allow ?list(?:ing)?|input validation(?: and sanitization)?|validate (?:all )?inputs?|output encoding',
  '(?:zero|minimal|distrust|explicit) trust|never trust(?: user)? input|work factor|compromise recording|isolation|sandboxing|privacy by design|data minimi[sz]ation',
].join('|');
const PRINCIPLE = new RegExp(`^(?:${NAMES})(?: (?:and|or) (?:${NAMES}))?(?: principle)?$`);

/** Whether a heading is the name of a design principle, whatever number stands before it or remark behind it. */
export function namesPrinciple(heading: string): boolean {
  const words = heading
    .toLowerCase()
    .replace(/\([^()]{0,80}\)/g, ' ')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return PRINCIPLE.test(words);
}
