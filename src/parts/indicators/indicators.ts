/** The face of the part: figures and pace for parts that come later. */
export { type Catalogue, catalogueOf, type Indicator, indicatorIn } from './catalogue.ts'
export { type FactAsked, factOf, factsOf } from './facts.ts'
export { nearestNames } from './nearest-names.ts'
export { openingDay } from './opening-day.ts'
export { type PaceAsked, paceOn } from './pacing.ts'
export { reviseTarget, targetHistory } from './targets.ts'
