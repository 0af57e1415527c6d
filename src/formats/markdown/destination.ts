/** A locator, or a part of one, as the destination of a link. */
export function asDestination(locator: string): string {
  return encodeURI(locator).replace(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);
}

/** A path as a file system knows it: `%20` is a space there. What is not encoded as it should be stays as it is. */
export function decodeDestination(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
