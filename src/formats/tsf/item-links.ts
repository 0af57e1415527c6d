import { type ParsedNode, type YAMLMap, isMap, isPair, isScalar, isSeq } from 'yaml';
import { type PathLikeness, pathLikeness } from '../markdown/path-like.ts';
import type { Written } from '../yaml/scalars.ts';
import { type FrontMatter, scalarIn, valueOf } from './front-matter.ts';

/** A place that the front matter of an item names. */
export interface ItemLink {
  readonly locator: string;
  readonly written: Written;
  readonly cited: boolean;
}

/** More links than this in one item are not read; nobody writes them. */
const MOST_LINKS = 2000;

/** Where trudag looks for the validators of a project. */
const VALIDATORS = '.dotstop_extensions/validators.py';

/** `run`, `Parser.run`, `json::Parser::run`. */
const SYMBOL = /^[A-Za-z_]\w*(?:(?:::|\.)~?[A-Za-z_]\w*)*$/;

/** Keys that make the path of a reference one in another repository. */
const ELSEWHERE = ['url', 'repository', 'repo', 'project'];

/**
 * The evidence that an item's front matter names. References of any type count by their `path` or `url`, since projects add types of their own.
 * What a validator is configured with counts where it is a path or an address; the validator itself is only mentioned.
 */
export function linksOfItem(front: FrontMatter): ItemLink[] {
  if (!front.map) return [];
  const references = referenceLinks(valueOf(front.map, 'references'), front);
  const named = new Set(references.map(({ locator }) => locator));
  const evidence = evidenceLinks(valueOf(front.map, 'evidence'), front).map((link) =>
    // Repeated for the validator: the reference says it already.
    named.has(link.locator) ? { ...link, cited: false } : link,
  );
  return [...references, ...evidence].slice(0, MOST_LINKS);
}

function referenceLinks(list: ParsedNode | undefined, front: FrontMatter): ItemLink[] {
  const entries = isSeq(list) ? list.items : list ? [list] : [];
  return entries.flatMap((entry) => {
    if (!isMap(entry)) return [];
    const elsewhere = ELSEWHERE.some((key) => valueOf(entry, key) !== undefined);
    const written = scalarIn(valueOf(entry, elsewhere ? 'url' : 'path'), front);
    if (!written) return [];
    const locator = fromRoot(written.text);
    const symbol = elsewhere ? undefined : symbolIn(entry, front);
    return [
      // What a project's own type of reference means by a name is up to that type, so the file is what counts.
      ...(symbol ? [{ locator: `${locator}#${symbol.text}`, written: symbol, cited: false }] : []),
      { locator, written, cited: true },
    ];
  });
}

/** The function or class that a reference names besides its file, as in `name: "Parser::run"`; its parts joined by dots. */
function symbolIn(entry: YAMLMap.Parsed, front: FrontMatter): Written | undefined {
  const name = scalarIn(valueOf(entry, 'name'), front);
  if (!name || name.text.length > 300 || !SYMBOL.test(name.text)) return undefined;
  return { text: name.text.replaceAll('::', '.'), span: name.span };
}

function evidenceLinks(evidence: ParsedNode | undefined, front: FrontMatter): ItemLink[] {
  if (!isMap(evidence)) return [];
  const type = scalarIn(valueOf(evidence, 'type'), front);
  const validator =
    type && /^[A-Za-z_]\w*$/.test(type.text)
      ? [{ locator: `${VALIDATORS}#${type.text}`, written: type, cited: false }]
      : [];
  const configuration = valueOf(evidence, 'configuration');
  return [...validator, ...(configuration ? configuredLinks(configuration, front) : [])];
}

/** Every text at any depth of a configuration that is an address or a path. */
function configuredLinks(configuration: ParsedNode, front: FrontMatter): ItemLink[] {
  const links: ItemLink[] = [];
  const open: (ParsedNode | null)[] = [configuration];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isScalar(node)) {
      const written = scalarIn(node, front);
      const likeness = written && likenessOf(written.text);
      if (written && likeness !== 'no')
        links.push({ locator: fromRoot(written.text), written, cited: likeness === 'path' });
    } else if (isMap(node) || isSeq(node)) {
      const values = (node as YAMLMap.Parsed).items.map((item: unknown) =>
        isPair(item) ? item.value : item,
      );
      open.push(...(values as (ParsedNode | null)[]).reverse());
    }
  }
  return links;
}

/** Whoever begins with `./` means a path, whatever it looks like. */
function likenessOf(text: string): PathLikeness {
  const isPlain = /^(?:https?:\/\/|\.\/)\S+$/i.test(text);
  return isPlain ? 'path' : pathLikeness(text);
}

/** trudag runs at the root, so `./x` there is `x`. */
function fromRoot(text: string): string {
  return text.replace(/^(?:\.\/)+(?=.)/, '');
}
