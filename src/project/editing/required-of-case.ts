import { renameRequiredCase } from '../../formats/settings/required-nodes.ts';
import type { JudgedCase, Snapshot } from '../snapshot.ts';
import type { FileEdits, Texts } from './file-edits.ts';

/** The edit of the settings of a case by which the reviews that they require of its nodes stay required once it is called otherwise. */
export async function requiredOfCase(
  { cases }: Pick<Snapshot, 'cases'>,
  one: JudgedCase,
  to: string,
  texts: Texts,
): Promise<FileEdits[]> {
  const file = await texts.settingsOf(one.file);
  const text = file === undefined ? undefined : await texts.text(file);
  if (file === undefined || text === undefined) return [];
  const twins = cases.filter((other) => other !== one && other.case.id === one.case.id);
  const places = await Promise.all(twins.map((other) => texts.settingsOf(other.file)));
  const edits = renameRequiredCase(text, { from: one.case.id, to }, places.includes(file));
  return edits.length > 0 ? [{ file, text, edits }] : [];
}
