import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { DraftBlock } from '#parts/bulletins/drafts/draft.ts'
import type { Statement } from '../report.ts'
import { calendarSumsIn } from './calendar-sums.ts'
import { completionsIn } from './completion.ts'
import { directionsIn } from './direction.ts'
import { fromTosIn } from './from-to.ts'
import { growthsIn } from './growth.ts'
import type { Said } from './judgement.ts'
import { multiplesIn } from './multiple.ts'
import { pacesIn } from './pace.ts'
import { ranksIn } from './rank.ts'
import { type Scene, sceneOf } from './scene.ts'
import { sharesIn } from './share.ts'
import { sumsIn } from './sum.ts'
import { tableSumsIn } from './table-sums.ts'
import { twicesIn } from './twice.ts'

const readers: readonly ((scene: Scene) => Said[])[] = [
  sumsIn,
  calendarSumsIn,
  growthsIn,
  sharesIn,
  fromTosIn,
  twicesIn,
  directionsIn,
  ranksIn,
  completionsIn,
  pacesIn,
  multiplesIn,
]

/**
 * Everything that a text says about its own figures, tested by interval arithmetic: `no` only where no values that round to
 * the printed digits can make it true. `text` is what the claims were extracted from, `blocks` its paragraphs and cells; work grows with the number of claims.
 */
export function statementsOf(claims: readonly Claim[], text: string, blocks: readonly DraftBlock[] = []): Statement[] {
  const scene = sceneOf(claims, text)
  return [...readers.flatMap((read) => read(scene)), ...tableSumsIn(scene, blocks)]
    .sort((one, other) => (one.claims.at(-1) ?? 0) - (other.claims.at(-1) ?? 0))
    .map((statement, place) => ({ place, ...statement }))
}
