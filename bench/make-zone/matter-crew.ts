import type { Random } from './random.ts'

/** Who does the deeds of the year, by code of the person. */
export interface Crew {
  inspector(random: Random): string
  acceptor(random: Random): string
  chief(random: Random): string
  dispatcher(random: Random): string
  commandChief: string
  /** who handles a matter in a unit */
  clerk(unit: string, random: Random): string
  /** who approves an extension there */
  head(unit: string): string
  inspectors: readonly string[]
}

/** Reads people.csv: clerks of a unit are those at the end of its list, its head stands first. */
export function crewOf(peopleCsv: string): Crew {
  const people = peopleCsv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([code, , unit, title]) => ({ code: code!, unit: unit!, title: title! }))
  const of = (unit: string, title?: string) =>
    people.filter((one) => one.unit === unit && (title === undefined || one.title === title)).map(({ code }) => code)
  const [supervision, command] = [of('SUPERVISION', '科员'), of('COMMAND', '科员')]
  const chiefs = of('SUPERVISION', '副主任')
  const inspectors = [of('SUPERVISION', '科长')[0]!, ...supervision.slice(2)]
  const one = (codes: readonly string[], random: Random) => codes[random.below(codes.length)]!
  return {
    inspectors,
    inspector: (random) => one(inspectors, random),
    acceptor: (random) => one([supervision[0]!, supervision[0]!, supervision[1]!], random),
    chief: (random) => one([chiefs[0]!, chiefs[0]!, chiefs[1]!], random),
    dispatcher: (random) => one(command.slice(0, 3), random),
    commandChief: of('COMMAND')[0]!,
    clerk: (unit, random) => one(clerksOf(of(unit, '科员'), of(unit)), random),
    head: (unit) => of(unit)[0]!,
  }
}

function clerksOf(clerks: readonly string[], all: readonly string[]): readonly string[] {
  return clerks.length > 0 ? clerks.slice(0, 4) : all.slice(1)
}
