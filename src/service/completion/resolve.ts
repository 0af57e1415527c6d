import type { CompletionItem, MarkupContent } from 'vscode-languageserver-protocol';
import type { PlacesInFile } from '../../project/authoring/places-in.ts';
import { codeBlock } from '../code-block.ts';
import { describeNode } from '../hover.ts';
import type { Lookup } from '../lookup.ts';
import { describeRequirement } from '../requirement.ts';
import type { ItemData } from './request.ts';

/** How many lines are shown of a symbol. */
const MOST_LINES = 12;

/** What is worth knowing of an item that somebody looks at: what a claim says and how it stands, the code of a symbol, the title of a requirement. */
export async function resolveItem(
  lookup: Lookup,
  placesIn: (root: string, path: string) => Promise<PlacesInFile | undefined>,
  item: CompletionItem,
): Promise<CompletionItem> {
  const data = item.data as ItemData | undefined;
  const value = data && (await describe(lookup, placesIn, data));
  if (value === undefined) return item;
  const documentation: MarkupContent = { kind: 'markdown', value };
  return { ...item, documentation };
}

async function describe(
  lookup: Lookup,
  placesIn: (root: string, path: string) => Promise<PlacesInFile | undefined>,
  data: ItemData,
): Promise<string | undefined> {
  switch (data.is) {
    case 'node': {
      const node = lookup.caseOf(data.case)?.nodes.get(data.node);
      return node && describeNode(node);
    }
    case 'requirement':
      return describeRequirement(lookup.snapshot.standards, data.name);
    case 'part': {
      const found = await placesIn(data.root, data.path);
      return found && beginningOf(found, data.name);
    }
  }
}

/** The first lines of a part, as a block of code. */
function beginningOf({ path, text, places }: PlacesInFile, name: string): string | undefined {
  const part = places.find((one) => one.name === name);
  if (!part) return undefined;
  return codeBlock(path, text.split(/\r\n|\n|\r/).slice(part.startLine - 1, part.endLine), MOST_LINES);
}
