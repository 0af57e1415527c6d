import { type CST, Composer, type Document } from 'yaml';

/**
 * Composes the documents of a text from its tokens. All scalars are strings as in YAML's failsafe schema, since an id `1.0` or `no`
 * stays what was written, and the library's numbers would forget how they were; what plain scalars mean is up to the reader, and
 * so are repeated keys. Nested too deeply, it throws a `RangeError`: callers bound that before.
 *
 * @param length of the text, in UTF-16 units
 */
export function composeYaml(tokens: readonly CST.Token[], length: number): Document.Parsed[] {
  const composer = new Composer({
    schema: 'failsafe',
    resolveKnownTags: false,
    merge: false,
    // The library's check takes quadratic time.
    uniqueKeys: false,
  });
  return [...composer.compose(tokens, true, length)];
}
