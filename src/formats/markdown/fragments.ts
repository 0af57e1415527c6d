import { hasSymbols, isKnownFile } from './path-like.ts';

/** A path, and what is named in it; no part where the whole is meant. */
export interface PathParts {
  readonly path: string;
  /** As native locators write them behind the `#`: `L12-L20`, `Class.method`. */
  readonly fragments: readonly string[];
}

const LINE_LIST = /^L?\d{1,7}(?:[-–]L?\d{1,7}|:\d{1,7})?(?:, ?L?\d{1,7}(?:[-–]L?\d{1,7})?){0,20}$/;
const NAME = /^[A-Za-z_$][\w$]*(?:(?:\.|::|#|->)[A-Za-z_$][\w$]*){0,5}[?!]?(?:\(\))?$/;
/** pytest's and Rust's way to name a test; its parameters in brackets are no part of its name. */
const TEST_ID = /^[\w$:. -]+(?:\(\)|\[.*\])?$/;

/** Splits what a single word writes: `a.ts#L1`, `a.ts:12-20`, `a.go:Func`, `a.py::TestB::test_c`. Undefined for what cannot be a path. */
export function splitFragment(word: string): PathParts | undefined {
  const hash = word.indexOf('#');
  if (hash >= 0) return withHash(word.slice(0, hash), word.slice(hash + 1));
  const colon = word.indexOf(':');
  if (colon < 0) return { path: word, fragments: [] };
  const path = word.slice(0, colon);
  if (!isKnownFile(baseName(path))) return undefined;
  const rest = word.slice(colon + 1);
  if (rest.startsWith(':')) return withTestId(path, rest.slice(1));
  const lines = readLineList(rest);
  if (lines) return { path, fragments: lines };
  const name = readSymbol(rest);
  if (name === undefined) return undefined;
  return { path, fragments: hasSymbols(path) ? [name] : [] };
}

/** Lines as people write them, `12`, `L12-L20`, `12-20, 31`, as fragments; undefined for anything else. */
export function readLineList(text: string): string[] | undefined {
  if (!LINE_LIST.test(text)) return undefined;
  return text.split(',').map((part) => {
    const [start, end] = part.replace(/:.*/, '').replaceAll(/[L ]/g, '').split(/[-–]/);
    return end === undefined ? `L${start}` : `L${start}-L${end}`;
  });
}

/** The name of a function, type or method as a fragment: `Class.method` of `Class::method()`. Undefined for what is no name. */
export function readSymbol(text: string): string | undefined {
  if (text.length > 200 || !NAME.test(text)) return undefined;
  return text.replace(/\(\)$/, '').replaceAll(/::|#|->/g, '.');
}

function withHash(path: string, fragment: string): PathParts | undefined {
  if (fragment === '') return { path, fragments: [] };
  if (/\s/.test(fragment)) return undefined;
  const known = isKnownFile(baseName(path));
  // `owner/repo#12` is an issue.
  if (!known && /^\d+$/.test(fragment)) return undefined;
  return { path, fragments: [known && hasSymbols(path) ? fragment.replace(/\(\)$/, '') : fragment] };
}

function withTestId(path: string, id: string): PathParts | undefined {
  if (!TEST_ID.test(id)) return undefined;
  const name = id.replace(/(?:\(\)|\[.*\])$/, '').replaceAll('::', '.');
  return { path, fragments: [name] };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
