import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Job } from '#kernel/jobs/job.ts'
import { unitCodes } from '#parts/org/org.ts'
import { type AskedRow, lateRows } from './desk.ts'
import { submissionReminders } from './tables.ts'

/** Every working day at 09:30: whoever is late finds a reminder on the desk. */
export const remindOfSubmissions: Job = {
  name: 'economy/remind-of-submissions',
  words: { zh: '催报', en: 'Remind of submissions' },
  schedule: '30 9 * * *',
  run: async (work: Work) => {
    await write(work, remindLate)
  },
}

/** Writes one reminder a day for everything late; nothing on days off. Answers what was reminded of. */
export async function remindLate(tx: Tx): Promise<AskedRow[]> {
  const { today, calendar, rows } = await lateRows(tx, await unitCodes(tx))
  if (rows.length === 0 || !calendar.isWorkday(today)) return []
  const written = await tx.db
    .insert(submissionReminders)
    .values(
      rows.map((row) => ({
        ...{ formCode: row.form, unitCode: row.unit, period: row.period.text },
        ...{ dueOn: row.dueOn!, remindedOn: today, at: tx.now },
      })),
    )
    .onConflictDoNothing()
    .returning({ form: submissionReminders.formCode })
  if (written.length > 0) {
    const after = rows.map((row) => `${row.form}/${row.unit}/${row.period.text}`)
    audit(tx, { action: 'economy/remind', subject: `day:${today}`, after })
  }
  return rows
}
