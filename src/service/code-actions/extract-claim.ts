import { say } from '../../l10n/say.ts';
import { type Range, comparePositions, contains, LineIndex } from '../../model/text.ts';
import { extractBelow } from '../../project/editing/edit-node.ts';
import { isSupportable } from '../../model/kinds.ts';
import { EXTRACT_CLAIM } from '../commands.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import { briefName } from '../wording.ts';
import type { EditActions, EditRequest } from './edit-request.ts';
import { linksIn } from './links-in.ts';

/** The longest part of a title, in characters. */
const LONGEST = 40;

/** Writes a claim below another one: of some words of its text, or for some of its evidence, which a person finds words for. */
export const extractClaimAction: EditActions = (request) => {
  if (comparePositions(request.range.start, request.range.end) === 0) return [];
  return [...ofWords(request), ...ofEvidence(request)];
};

function ofWords({ lookup, file, range, claimText }: EditRequest) {
  const around = lookup.nodeAround(file, range.start);
  const node = around?.node.node;
  if (!around || !node || !isSupportable(node.kind)) return [];
  if (!contains(node.textRange, range.start) || !contains(node.textRange, range.end)) return [];
  const words = textIn(claimText.text, range).trim();
  const edited = extractBelow(around.case, node.key, words, [], claimText);
  if ('refused' in edited) return [];
  const shown = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  const title = say('Extract “{0}” as a claim below {1}', shown, briefName(node));
  return [{ title, kind: 'refactor.extract', edit: workspaceEdit(edited.files) }];
}

/** Evidence of one claim. Whether all of it can be moved is tried with words that stand for those to come. */
function ofEvidence({ lookup, file, range, claimText }: EditRequest) {
  const links = linksIn(lookup, file, range).filter(([, { link }]) => link.cited);
  const [first] = links;
  if (!first) return [];
  const [one, { link }] = first;
  const node = one.nodes.get(link.parent)?.node;
  const isOfOne = links.every(([other, each]) => other === one && each.link.parent === link.parent);
  if (!node || !isSupportable(node.kind) || !isOfOne) return [];
  const keys = links.map(([, each]) => each.link.key);
  if ('refused' in extractBelow(one, node.key, 'What is to be said', keys, claimText)) return [];
  const title = say('Extract a claim with this evidence below {0}…', briefName(node));
  const target = { case: one.key, node: node.key, links: keys };
  return [
    { title, kind: 'refactor.extract', command: { title, command: EXTRACT_CLAIM, arguments: [target] } },
  ];
}

function textIn(text: string, { start, end }: Range): string {
  const index = new LineIndex(text);
  return text.slice(index.offset(start), index.offset(end));
}
