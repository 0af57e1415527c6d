import { say } from '../../l10n/say.ts';
import { FileTally, note, plainPath } from './coverage.ts';
import { MalformedReport, type ReportRead } from './report.ts';

/** Whether a text begins as an LCOV trace file does. */
export function isLcov(text: string): boolean {
  return /^(?:\s*#[^\n]*\n)*\s*(?:TN|SF|VER):/.test(text.slice(0, 2000));
}

/** Reads an LCOV trace file (`geninfo`, Istanbul, `cargo llvm-cov`, coverage.py …). Has no time. @throws MalformedReport */
export function readLcov(text: string): ReportRead {
  const tallies = new Map<string, FileTally>();
  let open: FileTally | undefined;
  let line = 0;
  for (const written of linesOf(text)) {
    line++;
    const record = written.trim();
    if (record === '' || record.startsWith('#')) continue;
    if (record === 'end_of_record') {
      if (!open) throw new MalformedReport(line, 1, say('a record ends here that never began (SF)'));
      open = undefined;
      continue;
    }
    const colon = record.indexOf(':');
    const key = record.slice(0, Math.max(0, colon));
    const value = record.slice(colon + 1);
    if (!/^[A-Z]{2,8}$/.test(key))
      throw new MalformedReport(line, 1, say('this line is none of LCOV (KEY:VALUE)'));
    if (key === 'TN' || key === 'VER') continue;
    if (key === 'SF') {
      if (open)
        throw new MalformedReport(line, 1, say('a file begins before the one above ends (end_of_record)'));
      const path = plainPath(value);
      open = tallies.get(path) ?? new FileTally(path, [], line);
      tallies.set(path, open);
      continue;
    }
    if (!open) throw new MalformedReport(line, 1, say('{0} belongs to no file (SF)', key));
    if (!readRecord(open, key, value))
      throw new MalformedReport(line, colon + 2, say('{0} has no such value', key));
  }
  if (open)
    throw new MalformedReport(
      Math.max(1, line),
      1,
      say('it breaks off here: the last record does not end (end_of_record)'),
    );
  const files = [...tallies.values()].map((tally) => tally.finish());
  return { kind: 'report', report: { about: 'coverage', format: 'LCOV', files } };
}

/** False where the value is not what the key demands. Keys that are not known say nothing that counts. */
function readRecord(file: FileTally, key: string, value: string): boolean {
  const parts = value.split(',');
  switch (key) {
    case 'DA': {
      const [line, hits] = [Number(parts[0]), Number(parts[1])];
      if (!isCount(parts[0]) || !Number.isFinite(hits) || parts.length < 2) return false;
      note(file.lines, line, hits > 0);
      return true;
    }
    case 'BRDA': {
      const taken = parts.at(-1)!;
      if (parts.length < 4 || !isCount(parts[0]) || !/^(?:-|\d{1,18})$/.test(taken)) return false;
      note(file.branches, parts.slice(0, -1).join(','), taken !== '-' && Number(taken) > 0);
      return true;
    }
    case 'FN':
      if (parts.length < 2 || !isCount(parts[0])) return false;
      // The line of its end may stand between.
      note(file.functions, parts.slice(isCount(parts[1]) && parts.length > 2 ? 2 : 1).join(','), false);
      return true;
    case 'FNDA':
      if (parts.length < 2 || !isCount(parts[0])) return false;
      note(file.functions, parts.slice(1).join(','), Number(parts[0]) > 0);
      return true;
    case 'FNA':
      if (parts.length < 3 || !isCount(parts[1])) return false;
      note(file.functions, parts.slice(2).join(','), Number(parts[1]) > 0);
      return true;
    default:
      return readSum(file, key, value);
  }
}

const SUMS: Readonly<Record<string, readonly ['lines' | 'branches' | 'functions', 'found' | 'hit']>> = {
  LF: ['lines', 'found'],
  LH: ['lines', 'hit'],
  BRF: ['branches', 'found'],
  BRH: ['branches', 'hit'],
  FNF: ['functions', 'found'],
  FNH: ['functions', 'hit'],
};

function readSum(file: FileTally, key: string, value: string): boolean {
  const sum = Object.hasOwn(SUMS, key) ? SUMS[key] : undefined;
  if (!sum) return true;
  if (!isCount(value)) return false;
  const [measure, what] = sum;
  file.sums[measure] = { ...(file.sums[measure] ?? { found: 0, hit: 0 }), [what]: Number(value) };
  return true;
}

function isCount(text: string | undefined): boolean {
  return text !== undefined && /^\d{1,15}$/.test(text.trim());
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    yield text.slice(start, end);
    start = end + 1;
  }
  if (start < text.length) yield text.slice(start);
}
