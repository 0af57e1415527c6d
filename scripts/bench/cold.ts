import { coldCheck, distinctPaths, floorOf, memoryOf } from './check.ts';
import { type MadeRepository, makeRepository } from './make-repository.ts';
import { inTurns, median, run } from './measure.ts';
import { type Measured, ms } from './report.ts';
import { shapeFor } from './shape.ts';

/** How many links are blamed, of all. */
const BLAMED = 10;

/** A cold check against the least that git and Node need, and against one blame a link. */
export async function measureCold(links: number, rounds: number, commits: number): Promise<Measured[]> {
  const mixed = await makeRepository(shapeFor(links, { commits }));
  const whole = await makeRepository(shapeFor(links, { commits, ranges: 0, symbols: 0 }));
  const ranges = await makeRepository(shapeFor(links, { commits, ranges: 100, symbols: 0 }));
  const symbols = await makeRepository(shapeFor(links, { commits, ranges: 0, symbols: 100 }));
  const made = { mixed, whole, ranges, symbols };
  const paths = distinctPaths(mixed);
  try {
    const checks = { mixed: () => coldCheck(mixed), whole: () => coldCheck(whole) };
    const others = { ranges: () => coldCheck(ranges), symbols: () => coldCheck(symbols) };
    const floors = floorOf(mixed, paths);
    const times = await inTurns(rounds, { ...floors, ...checks, ...others, blame: () => blameOne(mixed) });
    const floor = times.status + times.lookUp + times.node;
    const parts = `git status ${ms(times.status)}, look-up of ${paths.length} paths ${ms(times.lookUp)}, node ${ms(times.node)}`;
    const against = (time: number): string => `check ${ms(time)}; floor ${ms(floor)}: ${parts}`;
    const blames = times.blame * links;
    return [
      coldRow(
        `cold check of ${links} links / floor, half whole files`,
        times.mixed / floor,
        against(times.mixed),
        3,
      ),
      coldRow(`  the same, whole files only`, times.whole / floor, against(times.whole)),
      coldRow(`  the same, ranges of lines only`, times.ranges / floor, against(times.ranges)),
      coldRow(`  the same, symbols only`, times.symbols / floor, against(times.symbols)),
      {
        what: `one blame a link / cold check of ${links} links`,
        ratio: blames / times.mixed,
        unit: '×',
        target: { kind: 'at least', value: 100 },
        details: `a blame of the claim file ${ms(times.blame)}, extrapolated from ${BLAMED * rounds} links to ${links}; check ${ms(times.mixed)}`,
      },
    ];
  } finally {
    for (const one of Object.values(made)) one.remove();
  }
}

/** How much memory cold checks hold. */
export async function measureMemory(sizes: readonly number[]): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const links of sizes) {
    const made = await makeRepository(shapeFor(links));
    try {
      rows.push({
        what: `memory of a cold check of ${links} links`,
        ratio: await memoryOf(made),
        unit: 'MB',
        ...(links === 100_000 ? { target: { kind: 'at most', value: 600 } } : {}),
        details: 'the most that the process held at any time (resident)',
      });
    } finally {
      made.remove();
    }
  }
  return rows;
}

function coldRow(what: string, ratio: number, details: string, target?: number): Measured {
  const wanted = target === undefined ? {} : { target: { kind: 'at most' as const, value: target } };
  return { what, ratio, unit: '×', details, ...wanted };
}

/** What it takes to find by blame who last touched one link, without a bound, as any other tool would; the middle of some links. */
async function blameOne({ root, claims }: MadeRepository): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < BLAMED; i++) {
    const { path } = claims[(i * 7) % claims.length]!;
    times.push((await run('git', ['blame', '--porcelain', 'HEAD', '--', path], root)).wall);
  }
  return median(times);
}
