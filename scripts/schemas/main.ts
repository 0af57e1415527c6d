/* `npm run schemas`: writes the JSON Schemas in schemas/ from the tables that the readers read by. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ifMain } from '../main.ts';
import { ROOT } from '../paths.ts';
import { caseSchema } from './case-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { settingsSchema } from './settings-schema.ts';

/** The schemas that ship, by the names of their files. */
export const SCHEMAS: ReadonlyMap<string, () => JsonSchema> = new Map([
  ['case.schema.json', caseSchema],
  ['settings.schema.json', settingsSchema],
]);

/** Where the schemas lie, relative to the checkout. */
export const SCHEMA_FOLDER = 'schemas';

/** A schema as it is written, formatted as everything else is. */
export async function schemaText(file: string): Promise<string> {
  const path = join(ROOT, SCHEMA_FOLDER, file);
  const options = await resolveConfig(path);
  return format(JSON.stringify(SCHEMAS.get(file)!()), { ...options, filepath: path });
}

await ifMain(import.meta.url, async () => {
  await mkdir(join(ROOT, SCHEMA_FOLDER), { recursive: true });
  for (const file of SCHEMAS.keys()) await writeFile(join(ROOT, SCHEMA_FOLDER, file), await schemaText(file));
});
