import type { DiagramData } from '../../../src/model/diagram.ts';
import { sketch } from './diagrams.ts';

/** The same numbers for the same seed, from 0 up to but not 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const LETTERS = 'CCCCSEEEEEXAJRRUI';

/** An argument with nodes of all kinds wherever chance has it, some under several others. */
export function randomSketch(nodes: number, seed: number): DiagramData {
  const next = numbers(seed);
  const lines: string[] = [];
  const parents = ['C0'];
  for (let number = 1; number < nodes; number++) {
    const letter = LETTERS[Math.floor(next() * LETTERS.length)]!;
    const id = `${letter}${number}`;
    const parent = parents[Math.floor(next() ** 0.7 * parents.length)]!;
    lines.push(`${parent}: ${id}`);
    const also = parents[Math.floor(next() * parents.length)]!;
    if (next() < 0.06 && also !== parent) lines.push(`${also}: ${id}`);
    if ('CSRUI'.includes(letter)) parents.push(id);
  }
  return sketch(lines.join('\n'));
}

/** A case as tools make them: four claims under each, evidence and context under the last ones. */
export function regularSketch(nodes: number): DiagramData {
  const lines: string[] = [];
  const open = ['C0'];
  let number = 0;
  const inner = Math.floor(nodes / 12);
  while (lines.length < inner) {
    const children = [1, 2, 3, 4].map(() => `C${++number}`);
    lines.push(`${open.shift()!}: ${children.join(' ')}`);
    open.push(...children);
  }
  while (number < nodes - 4 && open.length > 0) {
    lines.push(`${open.shift()!}: X${++number} E${++number} E${++number}`);
  }
  return sketch(lines.join('\n'));
}
