import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import type { Position } from '../model/text.ts';
import type { PlacesInFile } from '../project/authoring/places-in.ts';
import { codeBlock } from './code-block.ts';
import type { Lookup } from './lookup.ts';

/** How many lines are shown of what a locator leads to. */
const MOST_LINES = 8;

/** A hover on a locator that leads to a part of one file, and below it how that part begins. Other hovers stay as they are. */
export async function withCode(
  hover: Hover,
  lookup: Lookup,
  file: string,
  position: Position,
  placesIn: (root: string, path: string) => Promise<PlacesInFile | undefined>,
): Promise<Hover> {
  const spot = lookup.spotAt(file, position);
  const [target, ...others] = spot?.judged?.verdict.targets ?? [];
  if (!spot || !target || target.whole || others.length > 0) return hover;
  const found = await placesIn(spot.case.subject.root, target.path);
  if (!found) return hover;
  const lines = found.text.split(/\r\n|\n|\r/).slice(target.startLine - 1, target.endLine);
  if (lines.length === 0) return hover;
  const { value } = hover.contents as MarkupContent;
  return {
    ...hover,
    contents: { kind: 'markdown', value: `${value}\n\n${codeBlock(target.path, lines, MOST_LINES)}` },
  };
}
