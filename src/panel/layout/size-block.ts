import type { Block } from './arrange.ts';
import type { Figure } from './figure.ts';
import { sizeColumns } from './size-columns.ts';
import { sizeElement } from './size-element.ts';
import type { ExitsOf, SizedBlock } from './sized-block.ts';

/** Gives everything in a block its place in it. @param exits of which nodes lines go down to other blocks, and in which of the two ways */
export function sizeBlock(block: Block, figures: ReadonlyMap<string, Figure>, exits: ExitsOf): SizedBlock {
  return block.is === 'element' ? sizeElement(block, figures, exits) : sizeColumns(block, figures);
}
