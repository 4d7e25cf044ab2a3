import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bulletin } from './bulletin.ts'
import { check } from './check.ts'
import { cockpit } from './cockpit.ts'
import { customsMatch } from './customs-match.ts'
import { figures } from './figures.ts'
import { filledHouses } from './filled.ts'
import { imports } from './imports.ts'
import { liveDoor } from './live-door.ts'
import { matters } from './matters.ts'
import { fullRows, measureFull, roomFor } from './parcels/full.ts'
import { parcels } from './parcels/parcels.ts'
import { people } from './people.ts'
import { type Line, type Missing, printJson, printTable, type Report } from './report.ts'
import { reports } from './reports.ts'
import { rowToFigure } from './row-to-figure.ts'
import { scriptSize } from './script-size.ts'
import { starts } from './starts.ts'
import type { Bench, Subject } from './subject.ts'
import { openWorld, type World } from './world.ts'

/** In the order they run. */
const subjects: Record<string, Subject> = {
  import: imports,
  figure: figures,
  row: rowToFigure,
  cockpit,
  bulletin,
  check,
  parcels,
  door: liveDoor,
  match: customsMatch,
  matters,
  reports,
  people,
  script: scriptSize,
  start: starts,
}

const usage = `npm run bench [-- --only <subject>] [--short] [--json]
  --only   one subject, may be given more than once: ${Object.keys(subjects).join(', ')}
  --short  a tenth of the rows and fewer repetitions, to see that it runs
  --full   the half-year of ${fullRows.toLocaleString('en')} parcels and nothing else: about a quarter of an hour and 42 GB of disk
  --rows   with --full: another number of them
  --json   the report as JSON`

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    short: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    rows: { type: 'string', default: String(fullRows) },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const unknown = options.only?.find((name) => !(name in subjects))
if (options.help || unknown !== undefined) {
  console.log(unknown === undefined ? usage : `no subject is called ${unknown}\n${usage}`)
  process.exit(unknown === undefined ? 0 : 2)
}
const rows = Number(options.rows)
const noRoom = options.full ? roomFor(rows, tmpdir()) : undefined
if (noRoom) {
  console.error(noRoom)
  process.exit(3)
}
const chosen = options.only ?? Object.keys(subjects)
const report = await measured(chosen)
console.log(options.json ? printJson(report) : printTable(report))
process.exitCode = report.missing.length > 0 ? 4 : 0

async function measured(names: readonly string[]): Promise<Report> {
  const started = performance.now()
  const load = loadavg()[0]!
  tell('starting a database and loading the demonstration zone')
  const world = await openWorld()
  if (!options.full) process.once('SIGINT', () => world.close().finally(() => process.exit(130)))
  try {
    const { lines, missing } = options.full ? await measureWhole(world) : await measureAll(world, names)
    const seconds = Math.round((performance.now() - started) / 1000)
    return { machine: machineOf(world, load), at: new Date().toISOString(), seconds, lines, missing }
  } finally {
    await world.close()
  }
}

/** What an interrupted run has is printed all the same, and lies in a file from the first minute. */
function measureWhole(world: World): Promise<{ lines: Line[]; missing: Missing[] }> {
  const partial = path.join(tmpdir(), `jingkai-bench-full-${process.pid}.json`)
  tell(`${rows.toLocaleString('en')} parcels; what is known so far is in ${partial}`)
  return measureFull(world, { rows, partial, tell })
}

async function measureAll(world: World, names: readonly string[]): Promise<{ lines: Line[]; missing: Missing[] }> {
  const filled = filledHouses(world)
  const bench: Bench = options.short
    ? {
        world,
        filled,
        sizes: [10_000, 100_000],
        parcelSizes: [20_000, 100_000],
        repetitions: { long: 1, short: 20 },
        loadSeconds: 1,
      }
    : {
        world,
        filled,
        sizes: [100_000, 1_000_000],
        parcelSizes: [1_000_000, 5_000_000],
        repetitions: { long: 3, short: 200 },
        loadSeconds: 5,
      }
  const lines: Line[] = []
  const missing: Missing[] = []
  for (const name of names) {
    tell(name)
    try {
      const found = await subjects[name]!(bench)
      lines.push(...found.lines)
      missing.push(...(found.missing ?? []))
    } catch (error) {
      missing.push({ subject: name, what: 'it', why: (error as Error).stack ?? String(error) })
    }
  }
  await filled.close()
  return { lines, missing }
}

/** The load before and after says whether others were at work on the machine; the run itself makes about two. */
function machineOf(world: World, load: number): Report['machine'] {
  return {
    cores: availableParallelism(),
    CPU: cpus()[0]?.model.trim() ?? 'unknown',
    'memory GB': Math.round(totalmem() / 2 ** 30),
    PostgreSQL: world.postgresVersion,
    'Node.js': process.versions.node,
    'load before': Number(load.toFixed(2)),
    'load after': Number(loadavg()[0]!.toFixed(2)),
  }
}

function tell(what: string): void {
  process.stderr.write(`› ${what}\n`)
}
