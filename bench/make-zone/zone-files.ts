import type { ZoneFiles } from './csv.ts'
import { enterpriseFiles } from './enterprises.ts'
import { headlineFiles } from './headline.ts'
import { outputFiles } from './output.ts'
import { parcelFiles } from './parcels.ts'
import { peopleFiles } from './people.ts'
import { submissionFiles } from './submissions.ts'
import { trainFiles } from './trains.ts'

/** Everything of the demonstration zone that is made, not written: the same bytes at every call. */
export function zoneFiles(unitsCsv: string): ZoneFiles {
  return new Map([
    ...trainFiles(),
    ...parcelFiles(),
    ...enterpriseFiles(),
    ...outputFiles(),
    ...headlineFiles(),
    ...submissionFiles(),
    ...peopleFiles(unitsCsv),
  ])
}
