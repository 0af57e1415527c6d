import type { CompletionItem } from 'vscode-languageserver-protocol';
import { say } from '../../l10n/say.ts';
import { type NodeKind, sayKind } from '../../model/kinds.ts';
import { nextId } from '../../project/authoring/next-id.ts';
import type { Choice } from '../../project/authoring/place-at.ts';
import { type CompletionRequest, ITEM_KIND, askAgain, plain } from './request.ts';

/** Keys of which a few values are known, so that the editor may ask for them at once. */
const WITH_CHOICES: ReadonlySet<string> = new Set([
  'at',
  'watch',
  'status',
  'undeveloped',
  'defeated',
  'passed',
  'commit',
]);

/** Lists that are mostly written in brackets. */
const IN_BRACKETS: ReadonlySet<string> = new Set([
  'satisfies',
  'supportedBy',
  'answers',
  'threatens',
  'about',
]);

/** The keys that may stand here, in the order given. */
export function keyItems(request: CompletionRequest, keys: readonly Choice[]): CompletionItem[] {
  return keys.map((choice, i) => ({
    label: choice.word,
    kind: ITEM_KIND.property,
    documentation: { kind: 'markdown', value: choice.means },
    sortText: `3${String(i).padStart(3, '0')}`,
    ...insert(request, afterKey(request, choice)),
    ...(asksOn(choice) && !request.place.hasColon && { command: askAgain() }),
  }));
}

function asksOn({ word, holds }: Choice): boolean {
  return holds === 'text' ? WITH_CHOICES.has(word) : true;
}

/** What is written of a key; `$0` is where the cursor goes. */
function afterKey({ place }: CompletionRequest, { word, holds }: Choice): string {
  if (place.hasColon) return word;
  if (holds === 'text') return `${word}: $0`;
  if (holds === 'list' && IN_BRACKETS.has(word)) return `${word}: [$0]`;
  if (place.style === 'flow') return holds === 'list' ? `${word}: [$0]` : `${word}: {$0}`;
  return holds === 'list' ? `${word}:\n  - $0` : `${word}:\n  $0`;
}

/** The values that may stand here. */
export function valueItems(request: CompletionRequest, values: readonly Choice[]): CompletionItem[] {
  return values.map(({ word, means }, i) => ({
    label: word,
    kind: ITEM_KIND.enumMember,
    ...(means !== '' && { documentation: { kind: 'markdown', value: means } }),
    sortText: `3${String(i).padStart(3, '0')}`,
    ...insert(request, word),
  }));
}

/** The beginning of a list. */
export function listItem(request: CompletionRequest): CompletionItem {
  return {
    label: '- ',
    kind: ITEM_KIND.value,
    detail: say('An item of a list'),
    sortText: '2',
    ...insert(request, '- $0'),
    command: askAgain(),
  };
}

/** Ids for a node that is about to be written: those that others name already, and the next free one. */
export function newIdItems(request: CompletionRequest, kind: NodeKind): CompletionItem[] {
  const ids = [...wantedIds(request), freeIdFor(request, kind)];
  return ids.flatMap((id, i) => {
    const isNamed = i < ids.length - 1;
    const base = {
      label: id,
      kind: ITEM_KIND.reference,
      detail: isNamed ? say('Named elsewhere, and not written yet') : say('New {0}', sayKind(kind)),
      documentation: say('The next {0} of this case.', sayKind(kind)),
      sortText: `1${isNamed ? 0 : 1}${i}`,
    };
    if (request.place.hasColon) return [{ ...base, ...insert(request, plain(id)) }];
    const short: CompletionItem = {
      ...base,
      ...insert(request, `${plain(id)}: $0`),
      ...(kind === 'evidence' && { command: askAgain() }),
    };
    if (isNamed || request.place.style === 'flow' || (kind !== 'claim' && kind !== 'control')) return [short];
    const long: CompletionItem = {
      ...base,
      label: say('{0} with evidence', id),
      filterText: id,
      sortText: `12${i}`,
      ...insert(request, `${plain(id)}:\n  text: $1\n  evidence:\n    - $0`),
    };
    return request.snippets ? [short, long] : [short];
  });
}

function freeIdFor({ case: one, text, place, range }: CompletionRequest, kind: NodeKind): string {
  const { start, end } = place.span;
  // What is being typed may be taken for a node already.
  const nodes = (one?.case.nodes ?? []).filter(
    ({ idRange }) =>
      idRange.start.line !== range.start.line || idRange.start.character !== range.start.character,
  );
  return nextId({ nodes }, text.slice(0, start) + text.slice(end), kind);
}

/** How many ids are offered that others name. */
const MOST_WANTED = 5;

function wantedIds({ case: one }: CompletionRequest): string[] {
  if (!one) return [];
  const known = new Set(one.case.nodes.map(({ id }) => id));
  const wanted = one.case.references
    .map(({ target }) => target)
    .filter((id) => !id.includes('/') && !known.has(id));
  return [...new Set(wanted)].slice(0, MOST_WANTED);
}

/**
 * What an item writes in place of what is there.
 *
 * @param written may have places to go on at, `$0` and `$1`; further lines are indented as far as the first
 */
export function insert(
  { range, snippets, inset }: Pick<CompletionRequest, 'range' | 'snippets' | 'inset'>,
  written: string,
): Pick<CompletionItem, 'textEdit' | 'insertTextFormat'> {
  const newText = written.replaceAll('\n', `\n${' '.repeat(inset)}`);
  if (snippets) return { textEdit: { range, newText }, insertTextFormat: 2 };
  return { textEdit: { range, newText: newText.replace(/\$[01]/g, '').replace(/\\([\\$}])/g, '$1') } };
}
