import { faultInWords } from '#parts/ledgers/fault-words.ts'
import type { Finding } from '#parts/ledgers/findings.ts'
import type { ImportResult } from '#parts/ledgers/import.ts'
import type { Ledger } from '#parts/ledgers/ledger.ts'
import { trainContainers } from '../train-containers.ledger.ts'
import { trains } from '../trains.ledger.ts'
import type { CountsShown, FindingShown, TrainListShown } from './list-shapes.ts'
import type { TrainListResult } from './train-list.ts'

/** A list that was tried or imported, as pages and `--json` print it. */
export function shownTrainList(result: TrainListResult): TrainListShown {
  const { file, known, sheets, containers, trainRows } = result
  return {
    ...{ file, known, trains: result.trains },
    sheets: sheets.map(({ name, form, containers: rows, ignored }) => ({ name, form, containers: rows, ignored })),
    containers: countsOf(containers),
    trainRows: trainRows && countsOf(trainRows),
    findings: [
      ...containers.findings.flatMap((finding) => shownFinding(trainContainers, finding)),
      ...(trainRows?.findings ?? []).flatMap((finding) => shownFinding(trains, finding)),
    ],
  }
}

function countsOf({ batch, rows, accepted, corrected, unchanged, rejected, warned }: ImportResult): CountsShown {
  return { batch, rows, accepted, corrected, unchanged, rejected, warned }
}

/** Findings of containers stand on the sheet and line that their last two cells name; those of a train on none. */
function shownFinding(ledger: Ledger, { severity, faults, cells }: Finding): FindingShown[] {
  const names = Object.keys(ledger.columns)
  const cell = (name: string) => cells[names.indexOf(name)] ?? ''
  const ofBox = ledger === trainContainers
  // A row that is sent back is not "in": what would only have been warned of waits until it is.
  const told = faults.filter((fault) => severity === 'warn' || fault.severity === 'reject')
  return told.map((fault) => {
    const { check, reason, cure } = faultInWords(ledger, fault)
    return {
      ...{ severity, check, reason, cure },
      ...{ sheet: ofBox ? (cells.at(-2) ?? '') : '', line: ofBox ? Number(cells.at(-1)) : 0 },
      ...{ train: `${cell('trainNumber')} ${cell('departedOn')}`.trim(), container: ofBox ? cell('container') : '' },
    }
  })
}
