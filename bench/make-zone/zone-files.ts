import { boundaryFiles } from './boundary.ts'
import type { ZoneFiles } from './csv.ts'
import { enterpriseFiles } from './enterprises.ts'
import { registrationFiles } from './free-trade.ts'
import { changeFiles } from './free-trade-changes.ts'
import { policyFiles } from './free-trade-policies.ts'
import { headlineFiles } from './headline.ts'
import { matterFiles } from './matters.ts'
import { outputFiles } from './output.ts'
import { parcelFiles } from './parcels.ts'
import { peopleFiles } from './people.ts'
import { consignmentFiles } from './port-consignments.ts'
import { projectPeopleFiles } from './project-people.ts'
import { projectRecordFiles } from './project-records.ts'
import { projectFiles } from './projects.ts'
import { submissionFiles } from './submissions.ts'
import { trainContainerFiles } from './train-containers.ts'
import { trainLegFiles } from './train-legs.ts'
import { trainPlanFiles } from './train-plans.ts'
import { trainFiles } from './trains.ts'

/** Everything of the demonstration zone that is made, not written: the same bytes at every call. */
export function zoneFiles(unitsCsv: string): ZoneFiles {
  const people = peopleFiles(unitsCsv)
  return new Map([
    ...trainFiles(),
    ...trainContainerFiles(),
    ...trainLegFiles(),
    ...trainPlanFiles(),
    ...parcelFiles(),
    ...enterpriseFiles(),
    ...outputFiles(),
    ...registrationFiles(),
    ...changeFiles(),
    ...policyFiles(),
    ...consignmentFiles(),
    ...projectFiles(),
    ...projectRecordFiles(),
    ...headlineFiles(),
    ...submissionFiles(),
    ...people,
    ...projectPeopleFiles(people.get('people.csv')!),
    ...matterFiles(unitsCsv, people.get('people.csv')!),
    ...boundaryFiles(),
  ])
}
