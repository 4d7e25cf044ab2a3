import { type Route, reads, works } from '#kernel/http/route.ts'
import { importStandards } from './import.ts'
import { compareStandards, listStandards, sendStandards } from './shapes.ts'
import { comparedStandards, shownDiff, shownStandards } from './shown.ts'

export const standardRoutes: readonly Route[] = [
  reads(listStandards, (tx, { query }) => shownStandards(tx, query.set)),
  reads(compareStandards, (tx, { query }) => comparedStandards(tx, query)),
  works(sendStandards, async (work, { query }, { file, roots }) => {
    const { name, stream, fields } = file!
    const said = { name, stream, title: fields['title'], reason: fields['reason'] }
    const { diff, ...told } = await importStandards(work, said, { dryRun: query.dryRun === 'true', roots })
    return { ...told, diff: shownDiff(diff) }
  }),
]
