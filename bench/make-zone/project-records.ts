import { csv, type ZoneFiles } from './csv.ts'
import { dayAfter } from './free-trade-changes.ts'
import { type Listed, listed } from './project-list.ts'
import { milestonesOf } from './project-plans.ts'

/** The head of the project service department, and the clerk. */
const [chief, clerk] = ['P0096', 'P0103']

/** projects/*.csv beside the ledgers: frozen plans, expected days, judgements, reasons, codes and contacts of the demonstration. */
export function projectRecordFiles(): ZoneFiles {
  const signed = listed.filter((project) => milestonesOf(project).length > 0)
  return new Map([
    ['projects/baselines.csv', csv('project,version,on,reason,milestone,due,by', signed.flatMap(baselinesOf))],
    ['projects/expectations.csv', csv('project,milestone,month,expected,by', signed.flatMap(expectationsOf))],
    ['projects/judgements.csv', csv('project,on,level,narrative,by', judgements())],
    ['projects/excuses.csv', csv('project,on,input,reason,until,by', excuses)],
    ['projects/codes.csv', csv('project,scheme,code,on,until,reason,by', codes)],
    ['projects/contacts.csv', csv('project,on,kind,words,by', listed.flatMap(contactsOf))],
  ])
}

interface Milestone {
  code: string
  due: string
  met: string
}

const plan = (project: Listed): Milestone[] =>
  milestonesOf(project).map((row) => ({ code: row[1]!, due: row[6]!, met: row[7]! }))

/** Days by which a plan was moved when it was frozen again, and why. */
const moved = new Map([
  ['DT-07', { days: 60, on: '2018-03-20', reason: '核心区地下管线迁改，工期顺延' }],
  ['DL-05', { days: 45, on: '2018-01-16', reason: '医疗工艺图纸调整' }],
  ['DL-07', { days: 90, on: '2018-04-10', reason: '两处断头路征迁延后' }],
  ['DT-06', { days: 30, on: '2018-02-27', reason: '设备基础设计变更' }],
])

function baselinesOf(project: Listed): string[][] {
  const milestones = plan(project)
  const again = moved.get(project.code)
  const frozenOn = dayAfter(project.plannedStart, -20)
  const first = milestones.map(({ code, due }) => {
    const before = again && due > again.on ? dayAfter(due, -again.days) : due
    return [project.code, '1', frozenOn, '开工前计划', code, before, chief]
  })
  const second = again
    ? milestones.map(({ code, due }) => [project.code, '2', again.on, again.reason, code, due, chief])
    : []
  return [...first, ...second]
}

/** A project that is behind expects its next two milestones later than it did a month ago. */
function expectationsOf(project: Listed): string[][] {
  const late = project.built === 0 ? 0 : Math.max(0, 100 - project.built)
  if (late < 4) return []
  return plan(project)
    .filter(({ met, due }) => met === '' && due > '2018-05-01')
    .slice(0, 2)
    .flatMap(({ code, due }) => [
      [project.code, code, '2018-05', dayAfter(due, late), clerk],
      [project.code, code, '2018-06', dayAfter(due, Math.round(late * 1.5)), clerk],
    ])
}

const levels: [string, string, string][] = [
  ['DT-01', 'green', '已经投产，产能爬坡正常，没有影响交付的问题'],
  ['DT-02', 'green', '进度略超计划，设备采购合同全部落实，按期交付把握很大'],
  ['DT-03', 'amber', '刚刚签约，用地组卷和能评两件事要尽快办结，抓紧可以按期开工'],
  ['DT-04', 'amber', '厂区二标段进度偏慢，已经增加作业面，三季度可以追回'],
  ['DT-05', 'green', '主体和安装都按计划推进，双十一前投用把握很大'],
  ['DT-06', 'green', '进度虽然落后，设备基础问题已经解决，四季度可以追回'],
  ['DT-07', 'amber', '支付快于工程进度，要先核实工程量，再安排后续拨付'],
  ['DT-08', 'green', '框架协议已定，用地指标已经预留'],
  ['DL-01', 'green', '绿化提升按节点推进，十月底前完工把握很大'],
  ['DL-03', 'amber', '汛期影响两处河道开挖，汛后集中施工可以补上'],
  ['DL-05', 'amber', '医疗专项图纸晚交，机电安装需要压缩工期'],
  ['DL-06', 'red', '规划许可没有取得，按现在的条件年内开工难以实现，需要重排计划'],
  ['DL-07', 'red', '两处征迁没有完成，年内贯通难以实现，需要调整范围'],
  ['DL-09', 'amber', '入统快于支付，进度款结算要跟上'],
  ['DL-10', 'green', '桩基完成，主体按周推进'],
]

const judgements = (): string[][] =>
  levels.flatMap(([project, level, narrative]) => {
    const before =
      level === 'red' ? [[project, '2018-05-29', 'amber', '困难较多，正在协调，一个月内见分晓', chief]] : []
    return [...before, [project, '2018-06-27', level, narrative, chief]]
  })

const excuses = [
  ['DL-06', '2018-04-12', 'start', '规划条件随片区控规一并调整，等待批复', '2018-08-31', chief],
  ['SC-05', '2018-06-20', 'statistics', '开工当月，统计入库材料正在审核', '2018-07-31', chief],
]

const codes = [
  ['DT-02', 'national', '2017-410171-36-03-009912', '2017-12-04', '2018-01-19', '立项名称写错，平台重新赋码', clerk],
  ['DT-02', 'plan', '市重点2018-017', '2018-01-25', '', '列入年度重点项目计划', clerk],
  ['DT-04', 'former', 'XQ-2016-23', '2016-05-09', '2017-01-01', '原先由开发公司编号', clerk],
  ['DT-04', 'plan', '市重点2017-041', '2017-02-08', '', '列入年度重点项目计划', clerk],
  ['DL-03', 'plan', '市民生2018-006', '2018-02-02', '', '列入民生实事计划', clerk],
]

/** Talks with projects that are sought: some were last heard of long ago. */
function contactsOf(project: Listed, index: number): string[][] {
  const last = project.steps.at(-1)?.split('@') ?? []
  if (project.steps.some((step) => step.startsWith('signed@') || step.startsWith('lost'))) return []
  if (index % 3 === 1 || last[1] === undefined) return []
  const day = dayAfter(last[1], 6 + (index % 5) * 2)
  if (day > '2018-06-29') return []
  const [kind, words] = talks[index % talks.length]!
  return [[project.code, day, kind, words, clerk]]
}

const talks: [string, string][] = [
  ['call', '电话沟通用地面积和进度'],
  ['meeting', '座谈投资协议条款'],
  ['visit', '陪同查看拟选地块'],
  ['document', '收到可行性研究初稿'],
]
