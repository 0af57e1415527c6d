/** What the page of a diagram is made of. Addresses are those that the webview gives to files of the extension. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** The program of the layout engine. */
  readonly engine: string;
  /** Where the webview may load files of the extension from, as a content security policy has it. */
  readonly source: string;
  /** A word that nobody can guess, new for every page. */
  readonly nonce: string;
  /** The case's key in the snapshot. */
  readonly case: string;
  /** The notation a person likes. */
  readonly notation: string;
  /** What was kept of what the person chose; undefined where nothing was. */
  readonly state: unknown;
  /** The language of the page, as in `de`, and its words, by the English. */
  readonly language: string;
  readonly words: Readonly<Record<string, string>>;
  readonly title: string;
}

/**
 * The page of a diagram: nothing but two files of the extension. It may load nothing else, run no other script, and reach nobody; the worker is
 * made of the engine's program, which only a script of this page can do.
 */
export function diagramPage({
  script,
  style,
  engine,
  source,
  nonce,
  case: key,
  notation,
  state,
  language,
  words,
  title,
}: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `font-src ${source}`,
    `img-src blob: data:`,
    `connect-src ${source}`,
    `worker-src blob:`,
  ].join('; ');
  const data = {
    elk: engine,
    case: key,
    notation,
    words: JSON.stringify(words),
    ...(state !== undefined && { state: JSON.stringify(state) }),
  };
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${attribute(value)}"`);
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(style)}">
<title>${attribute(title)}</title>
</head>
<body${attributes.join('')}>
<div id="app"></div>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
