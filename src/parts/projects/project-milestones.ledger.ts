import { choice, day, decimal, text } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { milestoneChecks } from './register/milestone-checks.ts'
import { unregistered } from './register/stage-checks.ts'
import { lineStages, milestoneOutcomes, programmes, projectKinds } from './register/words.ts'

const good = {
  ...{ project: 'XM-001', milestone: 'M1', title: '主厂房桩基完成', kind: '产业', programme: '双十工程·产业' },
  ...{ dueOn: '2018-05-31', metOn: '2018-05-28', outcome: '按期完成' },
}

export const projectMilestones = ledger({
  name: 'projects/project-milestones',
  words: { zh: '项目节点', en: 'Milestones of projects' },
  grain: { zh: '一行一个项目的一个节点', en: 'one row a milestone of a project' },
  source: { zh: '项目节点计划', en: 'milestone plans of projects' },
  columns: {
    project: text({
      words: { zh: '项目编号', en: 'Project code' },
      headings: ['编号', '项目代码', '项目'],
      longest: 40,
    }),
    milestone: text({ words: { zh: '节点编号', en: 'Milestone code' }, headings: ['节点序号', '序号'], longest: 20 }),
    title: text({ words: { zh: '节点', en: 'Title' }, headings: ['节点名称', '节点内容', '名称'], longest: 120 }),
    kind: choice({ words: { zh: '项目类型', en: 'Kind' }, headings: ['类型', '类别'], choices: projectKinds }),
    programme: choice({
      words: { zh: '专项', en: 'Programme' },
      headings: ['所属专项', '分组'],
      choices: programmes,
      otherwise: 'none',
      optional: true,
    }),
    stage: choice({
      words: { zh: '对应阶段', en: 'Stage it opens' },
      headings: ['阶段'],
      choices: lineStages,
      optional: true,
    }),
    weight: decimal({
      words: { zh: '权重', en: 'Weight' },
      headings: ['节点权重'],
      ...{ unit: '%', places: 2, min: 0, max: 100, optional: true },
    }),
    dueOn: day({
      words: { zh: '计划日期', en: 'Due on' },
      headings: ['计划完成', '计划完成日期', '计划时间', '完成时限'],
    }),
    metOn: day({
      words: { zh: '完成日期', en: 'Met on' },
      headings: ['实际完成', '实际完成日期', '实际时间'],
      optional: true,
    }),
    outcome: choice({
      words: { zh: '结果', en: 'Outcome' },
      headings: ['完成情况', '状态'],
      choices: milestoneOutcomes,
      otherwise: 'open',
      optional: true,
    }),
  },
  key: ['project', 'milestone'],
  day: 'dueOn',
  foretells: true,
  page: '/projects/{project}',
  follows: ['projects/projects'],
  checks: milestoneChecks,
  across: [unregistered('ledger_projects_project_milestones', 'own.project, own.milestone')],
  measures: {
    milestones: { words: { zh: '节点', en: 'Milestones' }, count: true, unit: '个' },
    weight: { words: { zh: '节点权重', en: 'Weight of milestones' }, sum: 'weight', unit: '%' },
  },
  dimensions: ['outcome', 'kind', 'programme'],
  examples: {
    good: [
      good,
      {
        project: 'XM-001',
        milestone: 'M2',
        title: '主厂房封顶',
        kind: 'industrial',
        stage: 'structure',
        dueOn: '2018年9月30日',
      },
      {
        project: 'XM-001',
        milestone: 'M3',
        title: '桩基检测',
        kind: 'industrial',
        dueOn: '20180510',
        metOn: '2018-05-21',
        outcome: 'late',
      },
    ],
    bad: (
      [
        ['required', { title: '' }],
        ['day', { dueOn: '2018-04-31' }],
        ['choice', { outcome: '差不多' }],
        ['met-without-day', { metOn: '' }],
        ['outcome-missing', { outcome: '' }],
        ['outcome-not-of-days', { metOn: '2018-06-10' }],
      ] as const
    ).map(([fails, changed]) => ({ row: { ...good, ...changed }, fails })),
  },
})
