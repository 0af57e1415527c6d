import { mergedEntries } from '../../../evidence/data/merge.ts';
import type { DataNode } from '../../../evidence/data/tree.ts';
import { follow } from '../../../evidence/data/pointer.ts';
import { dataFormatOf, readData } from '../../../evidence/data/read-data.ts';
import type { PathLocator } from '../../../evidence/locator.ts';
import { say } from '../../../l10n/say.ts';
import { inShort } from '../../../evidence/reports/report.ts';
import type { EvidenceLink, PlainValue } from '../../../model/case.ts';
import type { Target, Verdict } from '../../../model/verdict.ts';
import { judgeUnlocated, judgeUnread } from '../file-verdicts.ts';
import type { JudgeContext } from '../judge-context.ts';
import { judgeGone } from '../gone/judge-gone.ts';
import { sayNotFetched } from '../unread.ts';
import { broken, verdict } from '../verdicts.ts';

/** Judges a value in JSON, YAML or TOML by what it is expected to be: `config.json#/tls/minVersion` with `equals`. */
export async function judgeValue(
  paths: readonly string[],
  locator: PathLocator,
  link: EvidenceLink,
  equals: PlainValue,
  { subject }: JudgeContext,
): Promise<Verdict | undefined> {
  const { fragment } = locator;
  const [path] = paths;
  if (fragment?.kind !== 'pointer' || path === undefined || paths.length > 1) {
    const message = say(
      '`equals` is asked of one value, and {0} leads to whole files. Add a pointer, such as config.json#/tls/minVersion.',
      link.locator,
    );
    return verdict('unknown', 'unsupported', message);
  }
  const content = await subject.contents.read(path);
  if (content.kind === 'missing') return judgeGone(path, locator, link, subject);
  if (content.kind === 'binary')
    return verdict(
      'unknown',
      'unsupported',
      say('{0} is not text, so no value can be looked up in it.', path),
    );
  if (content.kind === 'not-asked') return undefined;
  if (content.kind === 'not-fetched') return verdict('unknown', 'not-fetched', sayNotFetched(path));
  if (content.kind !== 'text') return judgeUnread(content, link);
  const whole: Target = { path, startLine: 1, endLine: 1, whole: true };
  const located = await subject.comparer.locate(content, fragment);
  const format = dataFormatOf(path);
  const data = format && readData(format, content.text);
  if (format && data?.mistake) {
    const { line, why } = data.mistake;
    const target: Target = { path, startLine: line, endLine: line, whole: false };
    const message = say('{0} cannot be read as {1}: line {2}: {3}. Mend it.', path, format, line, why);
    return broken('malformed', message, { targets: [target] });
  }
  if (located.kind !== 'lines') return judgeUnlocated(located, locator, whole);
  const found = data && follow(data.roots[0], fragment.pointer);
  const target: Target = { path, startLine: located.startLine, endLine: located.endLine, whole: false };
  if (found && isEqual(found.value, equals)) {
    const message = say('{0} is as expected: {1}.', link.locator, sayPlain(equals));
    return verdict('current', 'as-expected', message, { targets: [target] });
  }
  const message = say(
    '{0} is {1}, and {2} is expected. Set it so, or reconsider the claim.',
    link.locator,
    found ? sayNode(found.value) : say('something else'),
    sayPlain(equals),
  );
  return verdict('failing', 'expectation', message, { targets: [target] });
}

/** How many entries are looked at for what is merged into one map. */
const MOST_ENTRIES = 100_000;

/** Of keys that are there twice the last one counts; the order of keys does not. A text is no number. */
function isEqual(node: DataNode, value: PlainValue): boolean {
  if (node.tag !== undefined) return false;
  switch (node.kind) {
    case 'scalar':
      return isSameScalar(node.type, node.text, value);
    case 'list': {
      if (!Array.isArray(value)) return false;
      const items = value as readonly PlainValue[];
      return (
        items.length === node.items.length && items.every((item, i) => isEqual(node.items[i]!.value, item))
      );
    }
    case 'map': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      const entries = mergedEntries(node, { left: MOST_ENTRIES }) ?? node.entries;
      const last = new Map(entries.map((entry) => [entry.key, entry.value]));
      const wanted = Object.entries(value as { readonly [key: string]: PlainValue });
      return (
        wanted.length === last.size &&
        wanted.every(([key, inner]) => last.has(key) && isEqual(last.get(key)!, inner))
      );
    }
  }
}

function isSameScalar(type: string, text: string, value: PlainValue): boolean {
  switch (type) {
    case 'integer':
    case 'float':
      return typeof value === 'number' && Number(text) === value;
    case 'boolean':
      return typeof value === 'boolean' && text === String(value);
    case 'null':
      return value === null;
    default:
      return typeof value === 'string' && text === value;
  }
}

function sayPlain(value: PlainValue): string {
  return inShort(JSON.stringify(value), 60);
}

function sayNode(node: DataNode): string {
  if (node.kind === 'list') return say('a list of {0}', node.items.length);
  if (node.kind === 'map') return say('an object of {0}', node.entries.length);
  return node.type === 'string' ? inShort(JSON.stringify(node.text), 60) : inShort(node.text, 60);
}
