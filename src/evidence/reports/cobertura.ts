import { say } from '../../l10n/say.ts';
import { FileTally, note, plainPath } from './coverage.ts';
import { MalformedReport, type ReportRead, readTime } from './report.ts';
import { type XmlTag, numberOf, scanXml } from './xml.ts';

/** Reads Cobertura's XML, as coverage.py, gcovr, Coverlet, Istanbul and others write it. @throws MalformedReport */
export function readCobertura(text: string): ReportRead {
  const listener = new CoberturaListener();
  scanXml(text, listener);
  if (listener.isClover) return { kind: 'unsupported', why: say('it is coverage as Clover writes it') };
  const { time, tallies } = listener;
  return {
    kind: 'report',
    report: {
      about: 'coverage',
      format: 'Cobertura',
      files: [...tallies.values()].map((tally) => tally.finish()),
      ...(time !== undefined && { at: time }),
    },
  };
}

class CoberturaListener {
  readonly tallies = new Map<string, FileTally>();
  /** Another tool's format, which has the same outermost element. */
  isClover = false;
  time: string | undefined;
  private readonly sources: string[] = [];
  private isInSource = false;
  private open: FileTally | undefined;
  private method: { name: string; isHit: boolean } | undefined;

  opened(tag: XmlTag): void {
    const { name, attributes } = tag;
    switch (name) {
      case 'coverage':
        this.isClover = attributes['clover'] !== undefined;
        this.time = timeOf(attributes['timestamp']);
        break;
      case 'source':
        this.isInSource = true;
        this.sources.push('');
        break;
      case 'class':
        this.openClass(tag);
        break;
      case 'method': {
        const id = `${attributes['name'] ?? ''} ${attributes['signature'] ?? ''} ${tag.line}`;
        this.method = { name: id, isHit: Number(attributes['line-rate'] ?? 0) > 0 };
        break;
      }
      case 'line':
        this.readLine(tag);
        break;
    }
  }

  text(data: string): void {
    if (this.isInSource) this.sources.push(plainPath((this.sources.pop() ?? '') + data));
  }

  closed(name: string): void {
    if (name === 'source') this.isInSource = false;
    if (name === 'class') this.open = undefined;
    if (name !== 'method') return;
    if (this.open && this.method) note(this.open.functions, this.method.name, this.method.isHit);
    this.method = undefined;
  }

  private openClass({ attributes, line }: XmlTag): void {
    const path = plainPath(attributes['filename'] ?? '');
    if (path === '') throw new MalformedReport(line, 1, say('a <class> names no file (filename)'));
    this.open = this.tallies.get(path) ?? new FileTally(path, this.sources, line);
    this.tallies.set(path, this.open);
  }

  /** Lines of methods are told again for their class; a line and a branch count once. */
  private readLine({ attributes, line }: XmlTag): void {
    if (!this.open) return;
    const number = numberOf(attributes['number']);
    const hits = Number(attributes['hits'] ?? Number.NaN);
    if (number === undefined || !(hits >= 0)) {
      throw new MalformedReport(line, 1, say('a <line> has no number, or no number of hits'));
    }
    note(this.open.lines, number, hits > 0);
    if (this.method && hits > 0) this.method.isHit = true;
    const [, covered, all] = /\((\d{1,6})\/(\d{1,6})\)/.exec(attributes['condition-coverage'] ?? '') ?? [];
    for (let i = 0; i < Math.min(Number(all ?? 0), MOST_BRANCHES); i++) {
      note(this.open.branches, `${number},${i}`, i < Number(covered));
    }
  }
}

/** No line of code has more branches. */
const MOST_BRANCHES = 10_000;

/** Seconds or milliseconds since 1970, or ISO 8601. */
function timeOf(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{9,14}(?:\.\d+)?$/.test(text.trim())) return readTime(text);
  const number = Number(text);
  return new Date(number > 1e11 ? number : number * 1000).toISOString();
}
