import { NOTATIONS, type Notation } from './layout/notation.ts';

/** Where the picture is on the screen. */
export interface Camera {
  /** Where its upper left corner is, in pixels of the screen. */
  readonly x: number;
  readonly y: number;
  /** Pixels of the screen for one of the picture. */
  readonly scale: number;
}

/** What survives a reload of the window. VS Code keeps it for the page, and gives it to the extension, which finds the case by it. */
export interface SavedState {
  /** The case's key in the snapshot. */
  readonly case: string;
  readonly notation: Notation;
  /** Folded nodes; left out before anything was laid out. */
  readonly collapsed?: readonly string[];
  readonly focus?: string;
  readonly selected?: string;
  readonly camera?: Camera;
  readonly outline: boolean;
  /** When it was kept, in milliseconds since 1970; left out before that. */
  readonly at?: number;
}

/** What was saved, as far as it can be read; undefined where it names no case. */
export function readSavedState(saved: unknown): SavedState | undefined {
  if (typeof saved !== 'object' || saved === null) return undefined;
  const all = saved as Record<string, unknown>;
  if (typeof all['case'] !== 'string') return undefined;
  const { collapsed, focus, selected, outline, at } = all;
  const camera = readCamera(all['camera']);
  return {
    case: all['case'],
    notation: NOTATIONS.find((each) => each === all['notation']) ?? 'gsn',
    ...(Array.isArray(collapsed) && { collapsed: collapsed.filter((key) => typeof key === 'string') }),
    ...(typeof focus === 'string' && { focus }),
    ...(typeof selected === 'string' && { selected }),
    ...(camera && { camera }),
    outline: outline === true,
    ...(typeof at === 'number' && Number.isFinite(at) && { at }),
  };
}

function readCamera(saved: unknown): Camera | undefined {
  if (typeof saved !== 'object' || saved === null) return undefined;
  const { x, y, scale } = saved as Record<string, unknown>;
  const isCamera = [x, y, scale].every((value) => typeof value === 'number' && Number.isFinite(value));
  return isCamera ? { x: x as number, y: y as number, scale: limitScale(scale as number) } : undefined;
}

/** Pictures of thousands of boxes are as wide as a hundred screens. */
const SMALLEST = 0.005;
const LARGEST = 4;

/** A scale at which something can be seen. */
export function limitScale(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale));
}
