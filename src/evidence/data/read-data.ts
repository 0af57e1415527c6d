import { extensionOf } from '../languages.ts';
import { LineIndex } from '../../model/text.ts';
import { readJson } from './json.ts';
import { readToml } from './toml.ts';
import type { DataDocuments } from './tree.ts';
import { readYaml } from './yaml.ts';

/** The notations of data that are taken apart. */
export type DataFormat = 'JSON' | 'YAML' | 'TOML';

/** A text as data, with its lines. */
export interface DataReading extends DataDocuments {
  readonly format: DataFormat;
  readonly lines: LineIndex;
}

/** Larger texts are made by programs; they are not parsed. In UTF-16 units. JSON is read many times faster than the others. */
export const MAX_DATA_CHARACTERS: Readonly<Record<DataFormat, number>> = {
  JSON: 1_000_000,
  YAML: 500_000,
  TOML: 500_000,
};

const BY_EXTENSION: ReadonlyMap<string, DataFormat> = new Map([
  ['json', 'JSON'],
  ['jsonc', 'JSON'],
  ['geojson', 'JSON'],
  ['jsonld', 'JSON'],
  ['sarif', 'JSON'],
  ['webmanifest', 'JSON'],
  ['yaml', 'YAML'],
  ['yml', 'YAML'],
  ['toml', 'TOML'],
]);

/** Lock files whose ending says nothing. */
const BY_NAME = /(?:^|\/)(?:Cargo|poetry|uv|Pipfile)(?:\.lock)?$/;

/** The notation of a file by its name; undefined for what is no data. */
export function dataFormatOf(path: string): DataFormat | undefined {
  const byExtension = BY_EXTENSION.get(extensionOf(path));
  if (byExtension || !BY_NAME.test(path)) return byExtension;
  return path.endsWith('Pipfile.lock') ? 'JSON' : 'TOML';
}

const READERS: Readonly<Record<DataFormat, (text: string) => DataDocuments>> = {
  JSON: readJson,
  YAML: readYaml,
  TOML: readToml,
};

/** Reads a text as data; undefined where it is too large. Never throws. */
export function readData(format: DataFormat, text: string): DataReading | undefined {
  if (text.length > MAX_DATA_CHARACTERS[format]) return undefined;
  // A byte order mark belongs to no notation; a space keeps the offsets.
  const plain = text.replace(/^\uFEFF/, ' ');
  return { ...READERS[format](plain), format, lines: new LineIndex(plain) };
}
