/** The face of the part: office verbs on forms, and reads for parts that come later (figures: reported.ts). */
export { type AskedRow, askedBetween, formsDesk, lateRows } from './desk.ts'
export { type Entered, saveDraft } from './entry.ts'
export { explainFinding, submitForm } from './handing-in.ts'
export { remindLate } from './reminders.ts'
export { acceptForm, lockForm, reopenForm, returnForm } from './review.ts'
export type { SubmissionKey } from './submission.ts'
