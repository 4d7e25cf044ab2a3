import { addDays, type Day } from '#kernel/period.ts'

/** What a choice is about: an indicator's code, a bulletin's number, a template all of whose bulletins are meant. */
export interface Subject {
  kind: 'indicator' | 'bulletin' | 'template'
  subject: string
}

/** On which terms an indicator is open. */
export interface IndicatorTerms {
  /** periods that begin earlier stay inside */
  since: Day
  /** `ended`: so many days after the period's end; `issued`: and once an issued bulletin has printed a period as late */
  release: 'ended' | 'issued'
  delayDays: number
}

export interface Choice extends Subject {
  id: number
  open: boolean
  terms?: IndicatorTerms
  reason: string
  origin: 'zone' | 'page'
  by: string
  at: Date
}

/** What is needed besides the terms to say whether a period is out. */
export interface Occasion {
  /** the last day that is over */
  through: Day
  /** the end of the latest period an issued bulletin printed of the indicator; null where none has */
  issuedThrough: Day | null
}

/** Whether anybody may see the indicator's figure of a period: begun late enough, over, its delay gone by, its bulletin out. */
export function isReleased(
  period: { start: Day; end: Day },
  { since, release, delayDays }: IndicatorTerms,
  { through, issuedThrough }: Occasion,
): boolean {
  if (period.start < since || addDays(period.end, delayDays) > through) return false
  return release === 'ended' || (issuedThrough !== null && period.end <= issuedThrough)
}

/** Whether a bulletin is open: by a choice about itself, else, where it speaks of the whole zone, by one about its template. */
export function isBulletinOpen(
  bulletin: { id: number; template: string; area: string },
  choices: ReadonlyMap<string, Pick<Choice, 'open'>>,
  root: string,
): boolean {
  const own = choices.get(`bulletin ${bulletin.id}`)
  if (own) return own.open
  return bulletin.area === root && (choices.get(`template ${bulletin.template}`)?.open ?? false)
}
