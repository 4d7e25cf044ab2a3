import type { IssueRow } from './rows.ts'

/** Units over which somebody works, approves and supervises. */
export interface Standing {
  works: ReadonlySet<string>
  approves: ReadonlySet<string>
  supervises: ReadonlySet<string>
  supervision: string
}

export type IssueDeed = 'find' | 'accept-first' | 'accept' | 'publish' | 'recheck'
type Facts = Pick<IssueRow, 'state' | 'dutyUnit' | 'finding' | 'acceptedFirstAt' | 'acceptedAt' | 'publishedAt'>

/**
 * What somebody may do with an issue now. The duty unit says what was found and accepts first, the supervision centre accepts last; an
 * issue is struck off only once its matter has ended, be it for this stage, and enters the open only with a finding.
 */
export function standingFor(issue: Facts, { works, approves, supervises, supervision }: Standing): IssueDeed[] {
  const { dutyUnit, finding, acceptedFirstAt, acceptedAt, publishedAt, state } = issue
  const own = (units: ReadonlySet<string>) => dutyUnit !== null && units.has(dutyUnit)
  const ended = state === 'closed' || state === 'staged'
  const supervisor = supervises.has(supervision)
  const deeds: [IssueDeed, boolean][] = [
    ['find', acceptedAt === null && (own(works) || works.has(supervision))],
    ['accept-first', ended && finding !== null && acceptedFirstAt === null && own(approves)],
    ['accept', ended && acceptedFirstAt !== null && acceptedAt === null && approves.has(supervision)],
    ['publish', finding !== null && publishedAt === null && supervisor],
    ['recheck', ended && supervisor],
  ]
  return deeds.filter(([, may]) => may).map(([deed]) => deed)
}
