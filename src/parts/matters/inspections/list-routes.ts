import type { Answer } from '#kernel/http/endpoint.ts'
import { type Route, reads, works } from '#kernel/http/route.ts'
import { importList, type LookedList } from './list.ts'
import { listTemplateShape, sendListShape } from './list-shapes.ts'
import { listTemplate } from './list-template.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const listRoutes: readonly Route[] = [
  works(sendListShape, async (work, { query: { dryRun, ...said } }, { file, roots }) => {
    const { name, stream } = file!
    return shown(await importList(work, { name, stream }, said, { dryRun: dryRun === 'true', roots }))
  }),
  reads(listTemplateShape, async (tx) => ({
    name: '督察交办清单模板.xlsx',
    type: xlsx,
    content: await listTemplate(tx),
  })),
]

function shown({ taken, again, lines, issues, faults, ignored }: LookedList): Answer<typeof sendListShape> {
  const understood = new Map(issues.map((issue) => [issue.line, issue]))
  return {
    ...{ taken, again, faults, ignored },
    rows: lines.map((line) => {
      const { receipt, description, address } = line.said
      const issue = understood.get(line)
      return {
        ...{ sheet: line.sheet, line: line.line, receipt, description, address },
        read: issue
          ? {
              ...{ pollution: issue.pollution, category: issue.category, unit: issue.unit, dueOn: issue.dueOn },
              ...{ placed: issue.place !== null, key: issue.key },
            }
          : null,
      }
    }),
  }
}
