/** The face of the part: office verbs and reads for parts that come later. */
export { boundariesOn, middleOfCell, placeInZone, type UnitOfPlace, unitAt } from './boundaries.ts'
export { dayOf } from './days.ts'
export { demonstrationPassword, shownDemonstrationAccounts } from './demonstration.ts'
export { addPerson, leavePerson, movePerson, type NewPerson, readPhone } from './people.ts'
export { importPeople, type PeopleImported } from './people-import.ts'
export { personByAccount, personByCode, personWithHistory, searchPeople } from './people-queries.ts'
export {
  isUnder,
  keepInside,
  unitCodes,
  unitNamesOn,
  unitsByWord,
  unitsUnder,
  unitTree,
  unitWithHistory,
} from './queries.ts'
export { addUnit, closeUnit, moveUnit, type NewUnit, renameUnit } from './units.ts'
