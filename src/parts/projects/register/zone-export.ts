import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stringify } from 'yaml'
import { read, type Work } from '#kernel/db/work.ts'
import { csvOf } from '#parts/org/zone-csv.ts'
import { lightRules } from './facts.ts'
import { rulesFile } from './zone-files.ts'
import { zoneTables } from './zone-tables.ts'

/** Writes the rules of the lights and what is kept beside the ledgers of projects. */
export async function exportProjectRecords(work: Work, folder: string): Promise<void> {
  const { rules, files } = await read(work, async (tx) => {
    const files: [string, string][] = []
    for (const { file, headings, cells } of zoneTables) {
      const { rows } = await tx.client.query<(string | null)[]>({ text: cells, rowMode: 'array' })
      if (rows.length > 0) files.push([file, csvOf([headings, ...rows])])
    }
    return { rules: await lightRules(tx), files }
  })
  if (rules.length > 0) files.push([rulesFile, stringify({ rules })])
  for (const [file, text] of files) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
}
