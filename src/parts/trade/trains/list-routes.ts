import { expectBreaks } from '#kernel/files/spool.ts'
import { type Route, reads, works } from '#kernel/http/route.ts'
import { sendTrainList, trainListTemplate as templateEndpoint } from './list-shapes.ts'
import { shownTrainList } from './list-shown.ts'
import { trainListTemplate } from './list-template.ts'
import { importTrainList } from './train-list.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const trainListRoutes: readonly Route[] = [
  works(sendTrainList, async (work, { query }, { file, roots, reply }) => {
    const { name, stream, fields } = file!
    expectBreaks(stream)
    const gone = new AbortController()
    reply.raw.once('close', () => reply.raw.writableFinished || gone.abort())
    const unit = fields['unit']
    return shownTrainList(
      await importTrainList(work, {
        ...{ file: { name, stream }, roots, dryRun: query.dryRun === 'true', signal: gone.signal },
        ...(unit ? { unit } : {}),
      }),
    )
  }),
  reads(templateEndpoint, async (_tx, { params }) => ({
    name: params.form === 'sheet' ? '班列清单模板（一列一表）.xlsx' : '班列清单模板（一箱一行）.xlsx',
    type: xlsx,
    content: await trainListTemplate(params.form),
  })),
]
