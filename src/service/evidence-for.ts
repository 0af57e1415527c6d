import { say } from '../l10n/say.ts';
import { fileOf } from '../model/file-of.ts';
import { baseName, pathBelow } from '../model/paths.ts';
import type { ClaimText } from '../project/editing/claim-text.ts';
import {
  type EvidenceFor,
  addEvidence,
  canTakeEvidence,
  canTakeTopClaims,
} from '../project/editing/add-evidence.ts';
import type { JudgedCase } from '../project/snapshot.ts';
import type { Lookup } from './lookup.ts';
import { toUri } from './uris.ts';
import type { EvidenceAnswer, EvidenceCase, EvidenceOffer } from './views.ts';
import { shortTitle } from './wording.ts';
import { textEdits } from './workspace-edit.ts';

/** The longest text of a claim in a list, in characters. */
const LONGEST = 160;

/**
 * The claims that something in a file could be evidence of, or why there are none.
 *
 * @param file absolute
 * @param locatorIn how it is named in a subject: by the subject's root and the file's path there; undefined where it cannot be
 */
export async function evidenceOffer(
  lookup: Lookup,
  file: string,
  locatorIn: (root: string, path: string) => Promise<string | undefined>,
): Promise<EvidenceOffer> {
  const name = baseName(file);
  const near = lookup.snapshot.cases.filter(({ subject }) => pathBelow(subject.root, file) !== undefined);
  if (near.length === 0)
    return {
      refused:
        lookup.snapshot.cases.length === 0
          ? say(
              'There is no assurance case yet that {0} could be evidence of. “New Assurance Case” writes one.',
              name,
            )
          : say('{0} lies outside of the repositories that the cases here are about.', name),
    };
  const locators = new Map<string, string | undefined>();
  const cases: EvidenceCase[] = [];
  for (const one of near) {
    const { root } = one.subject;
    if (!locators.has(root)) locators.set(root, await locatorIn(root, pathBelow(root, file)!));
    const locator = locators.get(root);
    const offered = locator === undefined || one.files.includes(file) ? undefined : offerOf(one, locator);
    if (offered) cases.push(offered);
  }
  if (cases.length > 0) return { cases };
  const isNamed = [...locators.values()].some((locator) => locator !== undefined);
  return {
    refused: isNamed
      ? say(
          'None of the cases here can be written by Warrant: drawings and the items of other tools are edited there. Convert one to YAML to work with it in VS Code.',
        )
      : say(
          '{0} cannot be evidence: it is not saved yet, git ignores it, or its path has characters that no locator can have.',
          name,
        ),
  };
}

function offerOf(one: JudgedCase, locator: string): EvidenceCase | undefined {
  const claims = [...one.nodes.values()]
    .filter((judged) => canTakeEvidence(one, judged))
    .map(({ node, links }) => ({
      node: node.key,
      id: node.derived ? '' : node.id,
      text: node.text.length > LONGEST ? `${node.text.slice(0, LONGEST)}…` : node.text,
      has: links.some((key) => one.links.get(key)?.link.locator === locator),
    }));
  const top = canTakeTopClaims(one);
  if (claims.length === 0 && !top) return undefined;
  return {
    case: one.key,
    id: one.case.id,
    title: one.case.title,
    uri: toUri(one.file),
    locator,
    claims,
    top,
  };
}

/** The edit that makes something evidence of a claim, or writes a claim for it, or why there is none. */
export function evidenceEdits(
  lookup: Lookup,
  caseKey: string,
  wanted: EvidenceFor,
  locator: string,
  textOf: (file: string) => ClaimText | undefined,
): EvidenceAnswer {
  const one = lookup.caseOf(caseKey);
  const key = 'node' in wanted ? wanted.node : wanted.below;
  const node = key === undefined ? undefined : one?.nodes.get(key)?.node;
  if (!one || (key !== undefined && !node))
    return { refused: say('The claim is not there any more. Choose again.') };
  const file = node ? fileOf(one, node) : one.file;
  const claimText = textOf(file);
  if (!claimText)
    return {
      refused: say(
        '{0} cannot be edited as text. Add the evidence in the tool that it is made with.',
        baseName(file),
      ),
    };
  const added = addEvidence(one.case.id, wanted, locator, claimText);
  if ('refused' in added) return added;
  const of = added.claim ?? node!;
  const [title, name] = [shortTitle(of), baseName(file)];
  return {
    uri: toUri(file),
    edits: textEdits({ text: claimText.text, edits: [added.edit] }),
    node: of.key,
    said: added.claim
      ? say('{0} is evidence for the new claim {1} now, in {2}.', locator, title, name)
      : say('{0} is evidence for {1} now, in {2}.', locator, title, name),
  };
}
