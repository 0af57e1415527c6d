import { readFrom } from '../locator-text.ts';
import type { Span } from '../span.ts';
import type { TextForm, Want, WritingPlace } from '../writing-place.ts';
import { restOfWord } from '../rest-of-word.ts';
import { type CursorPath, type CursorStep, cursorPath } from './cursor-path.ts';
import { NEVER_IDS } from './keys.ts';
import { type Role, caseRole, itemRole } from './roles.ts';

/**
 * What may be written at an offset of a claim file in YAML; undefined in texts, which are the author's own. Goes by what stands before the
 * offset, so that it does not matter whether the file can be read.
 *
 * @param root what a document of the file is
 */
export function placeInYaml(text: string, offset: number, root: Role = caseRole()): WritingPlace | undefined {
  const path = isInIndentation(text, offset) ? undefined : cursorPath(text, offset);
  if (!path) return undefined;
  const { role, node } = follow(root, path.steps);
  const { leaf } = path;
  const wants = wantsOf(role, path, text, offset);
  if (wants.length === 0) return undefined;
  const isKey = leaf.as === 'key' || wants.every(({ is }) => is === 'key' || is === 'new-id');
  const begun = { start: leaf.start, end: offset };
  const span =
    !isKey && leaf.quote !== ''
      ? restOfQuoted(text, begun, leaf.quote)
      : restOfWord(text, begun, isKey ? /[^\w.-]/ : leaf.flow ? /[,\]}]|\s#/ : /\s#/);
  return {
    wants,
    typed: leaf.typed,
    span,
    form: formOf(leaf),
    style: leaf.flow ? 'flow' : 'block',
    hasColon: /^[ \t]*:(?=\s|$)/.test(text.slice(span.end, span.end + 40)),
    ...(node !== undefined && { node }),
  };
}

/** Whether an offset stands before the text of its line: what is written there would become a part of that. */
function isInIndentation(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*$/.test(before) && /^[ \t]+[^\s#]/.test(text.slice(offset, offset + 4000));
}

function formOf({ quote, flow }: CursorPath['leaf']): TextForm {
  if (quote !== '') return quote === '"' ? 'double' : 'single';
  return flow ? 'flow' : 'block';
}

/** To the quote that closes what is being written; to the end of the line where none does. */
function restOfQuoted(text: string, { start, end }: Span, quote: '"' | "'"): Span {
  const line = /^[^\r\n]*/.exec(text.slice(end, end + 4000))![0];
  const inside = (quote === '"' ? /^(?:[^"\\]|\\.)*/ : /^(?:[^']|'')*/).exec(line)![0];
  return { start, end: end + (inside === line ? line.trimEnd().length : inside.length) };
}

/** What a key at an offset means, as Markdown, and where it stands; undefined where no key that is known stands there. */
export function keyInYaml(
  text: string,
  offset: number,
  root: Role = caseRole(),
):
  | { readonly word: string; readonly means: string; readonly start: number; readonly end: number }
  | undefined {
  const before = /[A-Za-z]*$/.exec(text.slice(Math.max(0, offset - 40), offset))![0].length;
  const after = /^[A-Za-z]*/.exec(text.slice(offset, offset + 40))![0].length;
  const [start, end] = [offset - before, offset + after];
  const word = text.slice(start, end);
  if (!/^[ \t]*:(?=\s|$)/.test(text.slice(end, end + 40)) || !/^[A-Za-z]{2,30}$/.test(word)) return undefined;
  const path = cursorPath(text, end);
  if (!path || path.leaf.typed !== word) return undefined;
  const { role } = follow(root, path.steps);
  const found = keysOf(role).find((choice) => choice.word === word);
  return found && { word, means: found.means, start, end };
}

function follow(root: Role, steps: readonly CursorStep[]): { role: Role; node?: string } {
  let role = root;
  let node: string | undefined;
  for (const { key, keys } of steps) {
    if (role.is === 'entries') {
      if (key !== undefined) node = key;
      role = key === undefined ? itemRole(role.kind) : role.role();
    } else if (role.is === 'item' && key !== undefined) {
      const next: Role = role.roleAmong(keys, key);
      if (next.is === 'node') node = key;
      role = next;
    } else if ((role.is === 'map' || role.is === 'node' || role.is === 'entry-points') && key !== undefined) {
      if (role.is === 'map' && role.ofNodes) node = key;
      role = role.role(key);
    } else if (key !== undefined || role.is === 'map' || role.is === 'text') {
      return { role: { is: 'text' } };
    } else if (role.is === 'node' && role.kind === 'evidence') role = { is: 'locators' };
  }
  return { role, ...(node !== undefined && { node }) };
}

/** The keys that a role may have at all. */
function keysOf(role: Role) {
  return 'keys' in role ? role.keys : [];
}

function wantsOf(role: Role, { leaf }: CursorPath, text: string, offset: number): Want[] {
  const mayBeKey = leaf.quote === '' && (leaf.as === 'key' || leaf.as === 'item' || leaf.ownLine);
  const isValue = leaf.as !== 'key';
  const present = mayBeKey ? new Set([...leaf.before, ...keysBehind(text, offset, leaf)]) : new Set<string>();
  const typed = readFrom(formOf(leaf), leaf.typed);
  const keys = (): Want[] => {
    const left = keysOf(role).filter(({ word }) => !present.has(word));
    return mayBeKey && left.length > 0 ? [{ is: 'key', keys: left }] : [];
  };
  switch (role.is) {
    case 'map':
      return keys();
    case 'node':
      return [...(isValue && role.kind === 'evidence' && !leaf.ownLine ? locator(typed) : []), ...keys()];
    case 'item': {
      if (leaf.as === 'item') return [...(role.kind === 'evidence' ? locator(typed) : []), ...keys()];
      const areIds = !leaf.before.some((key) => key === 'id' || NEVER_IDS.includes(key));
      return areIds ? [{ is: 'new-id', kind: role.kind }] : keys();
    }
    case 'entries':
      if (!mayBeKey) return [];
      return [
        { is: 'new-id', kind: role.kind },
        ...(isValue && leaf.typed === '' && !leaf.flow ? [ITEM] : []),
      ];
    case 'entry-points':
      return [...(isValue ? locator(typed) : []), ...keys(), ...item(leaf)];
    case 'locators':
      return isValue ? [...locator(typed), ...item(leaf)] : [];
    case 'nodes':
      return isValue ? [{ is: 'node', likely: role.likely }, ...item(leaf)] : [];
    case 'requirements':
      return isValue ? [{ is: 'requirement' }, ...item(leaf)] : [];
    case 'values':
      return isValue ? [{ is: 'value', values: role.values }] : [];
    case 'text':
      return [];
  }
}

const ITEM: Want = { is: 'item' };

/** A value on a line of its own, in which nothing stands yet, mostly becomes a list. */
function item({ as, ownLine, typed, flow }: CursorPath['leaf']): Want[] {
  return as === 'value' && ownLine && typed === '' && !flow ? [ITEM] : [];
}

function locator(typed: string): Want[] {
  const hash = typed.indexOf('#');
  if (hash < 0) return [{ is: 'locator', from: 'root' }];
  return [{ is: 'part', of: typed.slice(0, hash), from: 'root' }];
}

/** How far is looked for keys behind the cursor, in lines. */
const MOST_LINES = 400;

/** The keys of the same map that stand behind the cursor: on the next lines that are indented as far, or in the same brackets. */
function keysBehind(text: string, offset: number, { start, flow }: CursorPath['leaf']): string[] {
  if (flow) {
    const rest = /^[^[\]{}\r\n]*/.exec(text.slice(offset, offset + 500))![0];
    return [...rest.matchAll(/[,\s]([A-Za-z]+)[ \t]*:/g)].map(([, key]) => key!);
  }
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  const keys: string[] = [];
  let at = text.indexOf('\n', offset) + 1;
  for (let line = 0; at > 0 && line < MOST_LINES; line++) {
    const next = text.indexOf('\n', at);
    const one = text.slice(at, next < 0 ? undefined : next);
    at = next + 1;
    const own = one.search(/[^ \t\r]/);
    if (own < 0 || one.charAt(own) === '#') continue;
    if (own < indent) break;
    const [, key] = own === indent ? (/^([A-Za-z]+)[ \t]*:(?=\s|$)/.exec(one.slice(own)) ?? []) : [];
    if (key !== undefined) keys.push(key);
  }
  return keys;
}
