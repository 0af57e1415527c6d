/** How much of a text is looked at. */
const BEGINNING = 2_000;

/** Whether a text without a telling name is what draw.io saves. */
export function looksLikeDrawing(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?[^>]*>\s*)?<(?:mxfile|mxGraphModel)[\s>]/.test(text.slice(0, BEGINNING));
}
