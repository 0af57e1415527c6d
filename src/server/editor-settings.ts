import { LENS_POSITIONS, type LensPosition } from '../service/code-lens.ts';

/** What a person set in the editor, as far as the server goes by it. */
export interface EditorSettings {
  readonly lensPosition: LensPosition;
}

/** Reads what an editor sends: `{warrant: {codeLens: {position}}}`. What is not there, or is no value of a setting, has its default. */
export function readEditorSettings(sent: unknown): EditorSettings {
  const position = member(member(member(sent, 'warrant'), 'codeLens'), 'position');
  return { lensPosition: LENS_POSITIONS.find((one) => one === position) ?? 'aboveSymbol' };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
