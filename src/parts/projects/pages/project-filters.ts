import type { Reply } from '#web/client.ts'
import type { Column } from '#web/kit/DataTable.tsx'
import { programmes, projectKinds, stages } from '../register/words.ts'
import type { projectsShape } from '../sight/list-shapes.ts'
import { lightWords, type ProjectRow } from './project-words.ts'

/** The fields above every view: each names how many projects a choice holds. */
export function filterColumns(whole: Reply<typeof projectsShape>['whole']): Column<ProjectRow>[] {
  const draw = () => null
  const counted = (words: { zh: string; en: string }, projects: number) => ({
    zh: `${words.zh}（${projects}）`,
    en: `${words.en} (${projects})`,
  })
  return [
    {
      ...{ key: 'light', title: { zh: '灯', en: 'Light' }, draw },
      filter: (['red', 'yellow', 'green', 'none'] as const)
        .filter((light) => (whole.lights[light] ?? 0) > 0)
        .map((light) => ({ value: light, words: counted(lightWords[light], whole.lights[light] ?? 0) })),
    },
    {
      ...{ key: 'programme', title: { zh: '专项', en: 'Programme' }, draw },
      filter: whole.programmes.map(({ value, projects }) => ({ value, words: counted(programmes[value], projects) })),
    },
    {
      ...{ key: 'kind', title: { zh: '类型', en: 'Kind' }, draw },
      filter: whole.kinds.map(({ value, projects }) => ({ value, words: counted(projectKinds[value], projects) })),
    },
    {
      ...{ key: 'stage', title: { zh: '阶段', en: 'Stage' }, draw },
      filter: whole.stages.map(({ value, projects }) => ({ value, words: counted(stages[value], projects) })),
    },
    {
      ...{ key: 'department', title: { zh: '责任单位', en: 'Responsible unit' }, draw },
      filter: whole.departments.map(({ value, projects }) => ({
        value: value.code,
        words: counted(value.name, projects),
      })),
    },
  ]
}
