import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stringify } from 'yaml'
import { read, type Tx, type Work } from '#kernel/db/work.ts'
import { csvOf } from '#parts/org/zone-csv.ts'
import { currentForms } from './forms.ts'

/** Writes forms/*.yaml and submissions/<form>.csv back: the newest declarations, and what is told now. */
export async function exportEconomy(work: Work, folder: string): Promise<void> {
  const files = await read(work, async (tx) => {
    const forms = [...(await currentForms(tx)).values()].map(({ declaration }) => declaration)
    const files = new Map(forms.map((form) => [`forms/${form.code}.yaml`, stringify(form)]))
    for (const { code } of forms) files.set(`submissions/${code}.csv`, await toldLines(tx, code))
    return files
  })
  for (const name of ['forms', 'submissions']) await mkdir(path.join(folder, name), { recursive: true })
  for (const [name, text] of files) await writeFile(path.join(folder, name), text!)
}

async function toldLines(tx: Tx, form: string): Promise<string> {
  const { rows } = await tx.client.query<Record<string, string | null>>(
    `select s.period, s.unit_code as unit, v.item, v.value::text, v.base::text, v.growth::text
     from submission_values v join submissions s on s.id = v.submission_id
     where s.form_code = $1 and v.reported_at is not null and v.superseded_at is null and num_nonnulls(v.value, v.base, v.growth) > 0
     order by s.end_on, s.start_on, s.unit_code, v.id`,
    [form],
  )
  const columns = ['period', 'unit', 'item', 'value', 'base', 'growth']
  return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))])
}
