import { Parser } from 'htmlparser2';
import { say } from '../../l10n/say.ts';
import { malformedAt } from './json.ts';

/** The beginning of an element, with the references in its values resolved. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** 1-based. */
  readonly line: number;
}

/** What is told of a document, in its order. Names come without the prefix of their namespace. */
export interface XmlListener {
  opened(tag: XmlTag): void;
  /** Text between tags; a long one comes in parts. */
  text?(text: string): void;
  closed(name: string): void;
}

/** Reports are nested in few levels; suites in suites in more. */
const MAX_DEPTH = 100;

/**
 * Goes through an XML document. Entities that a document defines for itself are not followed, and nothing outside of it is ever read.
 *
 * @throws MalformedReport where tags do not match, where it breaks off, and where it defines entities
 */
export function scanXml(text: string, listener: XmlListener): void {
  const open: string[] = [];
  const mistakes: { offset: number; why: string }[] = [];
  let line = 1;
  let counted = 0;
  let isRootSeen = false;

  const lineAt = (offset: number): number => {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
      line++;
    counted = Math.max(counted, offset);
    return line;
  };
  const stop = (offset: number, why: string): void => {
    mistakes.push({ offset, why });
    parser.pause();
  };
  const parser: Parser = new Parser(
    {
      onprocessinginstruction: (name, data) => {
        if (mistakes.length === 0 && name.toUpperCase() === '!DOCTYPE' && data.includes('['))
          stop(
            parser.startIndex,
            say('its document type has declarations of its own (DTD), which Warrant does not follow'),
          );
      },
      onopentag: (name, attributes) => {
        if (mistakes.length > 0) return;
        if (open.length >= MAX_DEPTH)
          return stop(parser.startIndex, say('it is nested in more than {0} levels', MAX_DEPTH));
        if (open.length === 0 && isRootSeen)
          return stop(
            parser.startIndex,
            say('a second element, <{0}>, begins behind the end of the first', localName(name)),
          );
        isRootSeen = true;
        open.push(name);
        listener.opened({ name: localName(name), attributes, line: lineAt(parser.startIndex) });
      },
      ontext: (data) => {
        if (mistakes.length > 0) return;
        if (open.length === 0 && data.trim() !== '')
          return stop(parser.startIndex, say('a text stands outside of all elements'));
        listener.text?.(data);
      },
      onclosetag: (name, isImplied) => {
        if (mistakes.length > 0) return;
        // A tag that closes itself is implied to end where it begins.
        const closesItself = isImplied && text.charAt(parser.endIndex - 1) === '/';
        if (isImplied && !closesItself)
          return stop(parser.startIndex, say('<{0}> is not closed before this', localName(name)));
        open.pop();
        listener.closed(localName(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  const [first] = mistakes;
  if (first) throw malformedAt(text, first.offset, first.why);
  if (open.length > 0)
    throw malformedAt(
      text,
      text.length,
      say('it breaks off here: <{0}> is not closed', localName(open.at(-1)!)),
    );
  if (!isRootSeen) throw malformedAt(text, text.length, say('it has no element'));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** How much of a document is looked through for its first element. */
const LONGEST_START = 100_000;

/** The name of the outermost element, without its prefix; undefined where none is found near the beginning. */
export function rootName(text: string): string | undefined {
  const names: string[] = [];
  const parser: Parser = new Parser(
    {
      onopentagname: (name) => {
        names.push(localName(name));
        parser.pause();
      },
    },
    { xmlMode: true },
  );
  parser.write(text.slice(0, LONGEST_START));
  return names[0];
}

/** The attribute as a whole number, 0 or more; undefined where it is none. */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}
