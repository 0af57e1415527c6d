/** Whether a text has some characters in this order, whatever stands between them, as editors compare what is typed with what is offered. Letter case counts. */
export function hasInOrder(text: string, characters: string): boolean {
  let at = 0;
  for (const character of characters) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
