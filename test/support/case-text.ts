/**
 * A YAML case of one claim, C1, that rests on evidence.
 *
 * @param evidence its items, as YAML has them: a locator that begins or ends oddly needs quotes
 */
export function caseText(...evidence: readonly string[]): string {
  const items = evidence.map((item) => `      - ${item}\n`).join('');
  return `case: Access\nclaims:\n  C1:\n    text: Only users get in.\n    evidence:\n${items}`;
}
