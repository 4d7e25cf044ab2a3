import type { PrintedFigure, Source } from '../figure-kinds.ts'
import { picturesOf, type Tree } from '../tree.ts'
import { identityOf } from './reading.ts'

export interface Issue {
  period: string
  tree: Tree
  printed: readonly PrintedFigure[]
  sources: ReadonlyMap<string, Source>
}

/** A figure of an issue with every place where it stands. */
export interface Standing {
  figure: PrintedFigure
  source: Source
  places: number[]
}

export interface Matched {
  both: { was: Standing; now: Standing }[]
  added: Standing[]
  dropped: Standing[]
}

/** Pairs the figures of two issues by what they say; charts draw other months each time and are left out. In the order of the text. */
export function matchFigures(from: Issue, to: Issue): Matched {
  const [before, after] = [standings(from), standings(to)]
  const both = [...after].flatMap(([identity, now]) => {
    const was = before.get(identity)
    return was ? [{ was, now }] : []
  })
  return {
    both,
    added: [...after].flatMap(([identity, now]) => (before.has(identity) ? [] : [now])),
    dropped: [...before].flatMap(([identity, was]) => (after.has(identity) ? [] : [was])),
  }
}

function standings({ period, tree, printed, sources }: Issue): Map<string, Standing> {
  const charted = new Set(
    picturesOf(tree.blocks).flatMap(({ series }) => series.flatMap(({ points }) => points.map(({ figure }) => figure))),
  )
  const found = new Map<string, Standing>()
  for (const figure of printed) {
    if (charted.has(figure.place)) continue
    const source = sources.get(figure.key)!
    const identity = identityOf(figure.kind, source, period)
    const known = found.get(identity)
    if (known) known.places.push(figure.place)
    else found.set(identity, { figure, source, places: [figure.place] })
  }
  return found
}
