import type { CauseShown, ChangeShown } from '../shapes.ts'

/** Changed figures of one indicator, with what caused any of them told once. */
export interface ChangeGroup {
  key: string
  name: ChangeShown['name']
  changes: ChangeShown[]
  causes: CauseShown[]
}

export function groupedByIndicator(changes: readonly ChangeShown[]): ChangeGroup[] {
  const groups = Map.groupBy(changes, ({ indicator }) => indicator ?? '')
  return [...groups].map(([key, ofOne]) => {
    const causes = new Map(
      ofOne.flatMap((change) => change.causes).map((cause) => [`${cause.path} ${cause.at}`, cause]),
    )
    return { key, name: ofOne[0]!.name, changes: ofOne, causes: [...causes.values()] }
  })
}
