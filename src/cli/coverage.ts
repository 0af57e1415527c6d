import { closest } from '../model/closest.ts';
import { listNames } from '../model/phrases.ts';
import { type Standard, findStandard } from '../model/standard.ts';
import {
  type RequirementCoverage,
  type Satisfier,
  type StandardCoverage,
  coverageOf,
  namedStandards,
} from '../project/coverage.ts';
import { type ThreatModel, threatModelOf } from '../project/threat-coverage.ts';
import { coverageJson } from './coverage-json.ts';
import { coverageText } from './coverage-text.ts';
import { type JudgeOptions, judge } from './judge.ts';
import type { Report } from './report.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

export interface CoverageOptions extends JudgeOptions {
  readonly format: 'text' | 'json';
  /** Only what is not covered, not answered, or does not hold. */
  readonly gaps?: boolean;
  /** Gaps make the command fail. */
  readonly strict?: boolean;
}

/** What the report is made of. */
export interface Coverage {
  readonly standards: readonly StandardCoverage[];
  /** What claims say they satisfy and no known standard has. */
  readonly unknown: readonly Satisfier[];
  readonly threatModel: ThreatModel;
}

/**
 * `warrant coverage`: each requirement of the named standards and the claims that satisfy it. Without names, of all standards that some claim
 * names; and then each asset and threat, and what answers it.
 *
 * @returns the exit status: 1 if `strict` and something has a gap, else 0
 * @throws UsageError for standards and paths that do not exist
 */
export async function coverage(
  names: readonly string[],
  options: CoverageOptions,
  terminal: Terminal,
): Promise<number> {
  const report = await judge([], options, terminal);
  const all = gather(names, report);
  const status = options.strict && hasGaps(all) ? 1 : 0;
  const shown = options.gaps ? onlyGaps(all) : all;
  const text = options.format === 'json' ? coverageJson(shown, report) : undefined;
  terminal.out(text ?? coverageText({ all, shown }, report, terminal.colour));
  return status;
}

function gather(names: readonly string[], { snapshot, now }: Report): Coverage {
  if (names.length > 0) {
    const standards = names.map((name) => standardNamed(name, snapshot.standards));
    const nothing = { assets: [], threats: [], residualRisks: [] };
    return { standards: coverageOf(snapshot, standards), unknown: [], threatModel: nothing };
  }
  const { standards, unknown } = namedStandards(snapshot);
  return {
    standards: coverageOf(snapshot, standards),
    unknown,
    threatModel: threatModelOf(snapshot, now.toISOString().slice(0, 10)),
  };
}

function standardNamed(name: string, standards: readonly Standard[]): Standard {
  const found = findStandard(standards, name);
  if (found) return found;
  const ids = standards.map(({ id }) => id);
  const similar = closest(name.slice(0, 40), ids);
  const hint = similar ? `Did you mean ${similar}?` : `Known are ${listNames(ids, 12)}.`;
  throw new UsageError(`There is no standard ${name}. ${hint}`);
}

/** Whether a requirement is satisfied by nothing, in part only, or by claims that do not hold. A chapter that nobody names is no gap. */
function isGap({ state, inPart, isChapter }: RequirementCoverage): boolean {
  return state === undefined ? !isChapter : state !== 'current' || inPart;
}

function hasGaps(coverage: Coverage): boolean {
  const { standards, unknown, threatModel } = onlyGaps(coverage);
  const { assets, threats, residualRisks } = threatModel;
  const requirements = standards.flatMap((one) => one.requirements.filter(isGap));
  return [requirements, unknown, assets, threats, residualRisks].some((list) => list.length > 0);
}

/** The same, without what is all right. A chapter stays where something of it does. */
function onlyGaps({ standards, unknown, threatModel }: Coverage): Coverage {
  const notCurrent = <T extends { readonly state: string }>(list: readonly T[]): T[] =>
    list.filter(({ state }) => state !== 'current');
  return {
    standards: standards.map(({ standard, requirements }) => {
      const kept = new Set<string | undefined>();
      const gaps = requirements.toReversed().filter((one) => {
        const keep = isGap(one) || kept.has(one.requirement.id);
        if (keep) kept.add(one.requirement.parent);
        return keep;
      });
      return { standard, requirements: gaps.reverse() };
    }),
    unknown,
    threatModel: {
      assets: notCurrent(threatModel.assets),
      threats: notCurrent(threatModel.threats),
      residualRisks: notCurrent(threatModel.residualRisks),
    },
  };
}
