import { type Route, reads } from '#kernel/http/route.ts'
import { say } from '#kernel/i18n/words.ts'
import { projectsInSight, schedules } from './list-queries.ts'
import { projectsShape, scheduleShape } from './list-shapes.ts'
import { pipelineInSight } from './pipeline-queries.ts'
import { pipelineShape } from './pipeline-shapes.ts'
import { projectInSight } from './project-queries.ts'
import { projectShape, sheetShape } from './project-shapes.ts'
import { rulesInSight } from './rules-queries.ts'
import { rulesShape } from './rules-shapes.ts'
import { sheetOf } from './sheet.ts'
import { sheetDocx } from './sheet-docx.ts'
import { voiceOf } from './voice.ts'

export const sightRoutes: readonly Route[] = [
  reads(projectsShape, (tx, { query }, { roots }) => projectsInSight(tx, query, roots)),
  reads(scheduleShape, (tx, { query }, { roots }) => schedules(tx, query, roots)),
  reads(pipelineShape, (tx, { query }, { roots }) => pipelineInSight(tx, query, roots)),
  reads(rulesShape, (tx, _asked, { roots }) => rulesInSight(tx, roots)),
  reads(projectShape, (tx, { params }, { roots }) => projectInSight(tx, params.code, roots)),
  reads(sheetShape, async (tx, { params, query }, { roots }) => {
    const told = await projectInSight(tx, params.code, roots)
    const locale = query.language
    const sheet = sheetOf(projectShape.reply.parse(told), voiceOf(locale))
    return {
      name: `${sheet.title}-${told.project.code}.docx`,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      content: await sheetDocx(sheet, (words) => say(words, locale)),
    }
  }),
]
