import { choice, day, decimal, text } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { evidenceOfGate, stagesInOrder, unregistered } from './register/stage-checks.ts'
import { evidenceKinds, lossReasons, programmes, projectKinds, stages } from './register/words.ts'

const good = {
  ...{ project: 'XM-001', stage: '签约', reachedOn: '2018-01-02', kind: '产业', programme: '双十工程·产业' },
  ...{ evidenceKind: '协议编号', evidence: '经开招〔2018〕1号', investment: '500000' },
}

export const projectStages = ledger({
  name: 'projects/project-stages',
  words: { zh: '项目阶段', en: 'Stages of projects' },
  grain: { zh: '一行一个项目到达的一个阶段', en: 'one row a project and a stage it reached' },
  source: { zh: '项目服务部推进台账', en: 'progress register of the project service department' },
  columns: {
    project: text({
      words: { zh: '项目编号', en: 'Project code' },
      headings: ['编号', '项目代码', '项目'],
      longest: 40,
    }),
    stage: choice({
      words: { zh: '阶段', en: 'Stage' },
      headings: ['项目阶段', '推进阶段', '当前阶段', '目前阶段', '所处阶段', '建设阶段', '进展'],
      choices: stages,
      spellings: {
        ...{ 在谈: 'negotiation', 已签约: 'signed', 立项审批: 'permits', 前期手续: 'permits' },
        ...{ 动工: 'started', 已开工: 'started', 主体施工: 'structure', 投产: 'production', 已投产: 'production' },
        ...{ 竣工: 'production', 已竣工: 'production', 交付: 'production', 已达产: 'capacity' },
      },
    }),
    reachedOn: day({ words: { zh: '到达日期', en: 'Reached on' }, headings: ['日期', '达到日期', '完成日期'] }),
    kind: choice({
      words: { zh: '项目类型', en: 'Kind' },
      headings: ['类型', '类别', '项目类别'],
      choices: projectKinds,
    }),
    programme: choice({
      words: { zh: '专项', en: 'Programme' },
      headings: ['所属专项', '分组'],
      choices: programmes,
      otherwise: 'none',
      optional: true,
    }),
    evidenceKind: choice({
      words: { zh: '凭据种类', en: 'Kind of evidence' },
      headings: ['凭据类型', '佐证类型'],
      choices: evidenceKinds,
      optional: true,
    }),
    evidence: text({
      words: { zh: '凭据', en: 'Evidence' },
      headings: ['凭据编号', '佐证', '佐证材料', '证号'],
      longest: 200,
      optional: true,
    }),
    lossReason: choice({
      words: { zh: '流失原因', en: 'Reason lost' },
      headings: ['未成原因'],
      choices: lossReasons,
      optional: true,
    }),
    investment: decimal({
      words: { zh: '涉及投资', en: 'Investment concerned' },
      headings: ['投资额', '签约投资'],
      unit: '万元',
      places: 2,
      min: 0,
      optional: true,
    }),
    area: decimal({
      words: { zh: '涉及面积', en: 'Floor area concerned' },
      headings: ['建筑面积', '面积'],
      unit: '平方米',
      places: 2,
      min: 0,
      optional: true,
    }),
  },
  key: ['project', 'stage'],
  day: 'reachedOn',
  page: '/projects/{project}',
  follows: ['projects/projects'],
  checks: [
    evidenceOfGate,
    {
      name: 'loss-without-reason',
      severity: 'reject',
      column: 'lossReason',
      passes: ({ stage, lossReason }) => stage !== 'lost' || lossReason !== null,
      meaning: { zh: '流失的项目没有填原因', en: 'A lost project without the reason' },
      cure: { zh: '请选流失原因，以便汇总', en: 'Choose why it was lost, so that losses can be added up' },
    },
  ],
  across: [stagesInOrder, unregistered('ledger_projects_project_stages', 'own.project, own.stage')],
  measures: {
    steps: { words: { zh: '到达阶段的项目', en: 'Projects that reached a stage' }, count: true, unit: '个' },
    schools: { words: { zh: '到达阶段的学校', en: 'Schools that reached a stage' }, count: true, unit: '所' },
    investment: { words: { zh: '涉及投资', en: 'Investment concerned' }, sum: 'investment', unit: '万元' },
    area: { words: { zh: '涉及面积', en: 'Floor area concerned' }, sum: 'area', unit: '平方米' },
  },
  dimensions: ['stage', 'kind', 'programme', 'lossReason'],
  examples: {
    good: [
      good,
      {
        project: 'XM-001',
        stage: 'started',
        reachedOn: '2018年2月7日',
        kind: 'industrial',
        evidenceKind: '许可证号',
        evidence: '410171201802070101',
      },
      { project: 'XM-004', stage: '流失', reachedOn: '20180410', kind: '产业', lossReason: '用地' },
    ],
    bad: (
      [
        ['required', { reachedOn: '' }],
        ['choice', { stage: '快了' }],
        ['gate-without-evidence', { evidence: '' }],
        ['gate-without-evidence', { stage: '投产或交付使用', evidenceKind: '说明', evidence: '已投产' }],
        ['loss-without-reason', { stage: '流失' }],
        ['too-small', { area: '-1' }],
      ] as const
    ).map(([fails, changed]) => ({ row: { ...good, ...changed }, fails })),
  },
})
