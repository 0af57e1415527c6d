/** How much of two texts is compared. */
const ENOUGH = 24;

/** Whether one text begins like, or holds the beginning of, the other; punctuation, case and white space do not count. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [fold(a), fold(b)];
  if (left.length < 3 || right.length < 3) return left === right && left !== '';
  return left.includes(right.slice(0, ENOUGH)) || right.includes(left.slice(0, ENOUGH));
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
