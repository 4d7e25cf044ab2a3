import { placeIn } from './boundary.ts'
import { csv, type ZoneFiles } from './csv.ts'
import { enterprises } from './enterprises.ts'
import { type Listed, listed } from './project-list.ts'
import { milestonesOf, monthsOf } from './project-plans.ts'
import { demonstrationUscc } from './uscc.ts'

const firstNumber = 41_001

/** records/projects/*.csv: the register, the stages with their evidence, the monthly reports and the milestones of major projects. */
export function projectFiles(): ZoneFiles {
  const folder = 'records/projects'
  return new Map([
    [`${folder}/projects.csv`, csv(registerHeadings, listed.map(registered))],
    [`${folder}/project-stages.csv`, csv(stageHeadings, listed.flatMap(stagesReached))],
    [`${folder}/project-months.csv`, csv(monthHeadings, monthsOf(listed))],
    [`${folder}/project-milestones.csv`, csv(milestoneHeadings, listed.flatMap(milestonesOf))],
  ])
}

const registerHeadings =
  '项目编号,项目名称,项目类型,专项,责任单位,建设单位,统一社会信用代码,国家项目代码,入库日期,项目来源,引荐单位,协议投资(万元),核实投资(万元),总投资(万元),建筑面积(平方米),建设地点,经度,纬度,计划开工,计划完工,指挥部,建设内容'
const stageHeadings = '项目编号,阶段,到达日期,项目类型,专项,凭据种类,凭据,流失原因,涉及投资(万元),涉及面积(平方米)'
const monthHeadings =
  '项目编号,月份,项目类型,专项,计划形象进度(%),实际形象进度(%),计划投资(万元),完成投资(万元),应支付(万元),已支付(万元),入库入统(万元),本月进展'
const milestoneHeadings = '项目编号,节点编号,节点,项目类型,专项,对应阶段,计划日期,完成日期,结果'

/** Works lie in the offices in turn, factories in the park that is responsible for them. */
const offices = ['OFFICE-1', 'OFFICE-2', 'OFFICE-3', 'OFFICE-4', 'OFFICE-5', 'OFFICE-6']
const officeNames = ['锦程办事处', '云杉办事处', '青禾办事处', '澄湖办事处', '启明办事处', '望河办事处']

function registered(project: Listed, index: number): string[] {
  const industrial = project.kind === 'industrial'
  const named = officeNames.findIndex((name) => project.name.startsWith(name.slice(0, 2)))
  const office = named >= 0 ? named : index % offices.length
  const { longitude, latitude } = placeIn(industrial ? project.department : offices[office]!, index)
  const amount = String(project.investment)
  return [
    ...[project.code, project.name, project.kind, project.programme, project.department, project.enterprise],
    ...[usccOf(project, index), nationalCode(project, index), project.registeredOn, sourceOf(project, index)],
    ...[industrial && index % 4 === 0 ? '示例产业联盟' : '', amount, verified(project), amount],
    project.area > 0 ? String(project.area) : '',
    industrial ? '产业园区' : officeNames[office]!,
    ...[longitude.toFixed(6), latitude.toFixed(6), project.plannedStart, project.plannedEnd],
    ...[commandPost(project), contents[project.kind]],
  ]
}

const usccOf = ({ enterprise }: Listed, index: number) =>
  enterprise === ''
    ? ''
    : (enterprises.find(({ name }) => name === enterprise)?.uscc ?? demonstrationUscc(firstNumber + index))

const signedOn = ({ steps }: Listed) => steps.find((step) => step.startsWith('signed@'))?.split('@')[1]

function nationalCode(project: Listed, index: number): string {
  const signed = signedOn(project)
  return signed ? `${signed.slice(0, 4)}-410171-36-03-${String(10_301 + index * 7).padStart(6, '0')}` : ''
}

const sources = ['own', 'enterprise', 'agency', 'fair', 'expansion']
const sourceOf = ({ kind }: Listed, index: number) =>
  kind === 'industrial' ? sources[index % sources.length]! : 'government'

/** What of a promise was found to be backed; before the framework agreement nobody has looked yet. */
function verified({ steps, investment }: Listed): string {
  const looked = steps.some((step) => /^(negotiation|framework|signed)@/.test(step))
  return looked ? String(Math.round((investment * 82) / 100)) : ''
}

function commandPost({ programme, kind }: Listed): string {
  if (programme === 'double-ten-industry') return '产业项目指挥部'
  if (kind === 'housing') return '安置房建设指挥部'
  return programme === 'double-ten-livelihood' || kind === 'school' ? '民生项目指挥部' : ''
}

const contents: Record<Listed['kind'], string> = {
  industrial: '厂房、生产线和配套设施',
  school: '教学楼、运动场和配套用房',
  hospital: '门诊、住院和医技用房',
  park: '绿化、园路和休憩设施',
  road: '道路、管网和照明',
  water: '河渠、截污和生态驳岸',
  housing: '安置住房和社区配套用房',
  other: '监测设备和管理平台',
}

const evidence: Record<string, (project: Listed, day: string, index: number) => [string, string]> = {
  framework: (_, day, index) => ['agreement', `经开招框〔${day.slice(0, 4)}〕${index + 1}号`],
  signed: (_, day, index) => ['agreement', `经开招〔${day.slice(0, 4)}〕${index + 1}号`],
  permits: (_, day, index) => ['permit', `4101712${day.replaceAll('-', '')}${String(index + 1).padStart(2, '0')}01`],
  started: (_, day, index) => [
    'permit',
    `施工许可 41017120${day.replaceAll('-', '')}${String(index + 1).padStart(3, '0')}`,
  ],
  structure: (_, day) => ['photo', `${day} 封顶现场照片`],
  'fit-out': (_, day) => ['photo', `${day} 设备进场照片`],
  trial: (_, day, index) => ['meter', `${day} 用电表读数 ${12_860 + index * 137} 千瓦时`],
  production: ({ kind }, day, index) =>
    kind === 'industrial'
      ? ['invoice', `${day} 首张销售发票 ${String(4_100_182 + index)}`]
      : ['acceptance', `竣工验收〔${day.slice(0, 4)}〕${index + 1}号`],
}

function stagesReached(project: Listed, index: number): string[][] {
  return project.steps.map((step) => {
    const [said = '', day = ''] = step.split('@')
    const [stage = '', lossReason = ''] = said.split(':')
    const [kind, text] = evidence[stage]?.(project, day, index) ?? ['', '']
    const counted = ['signed', 'started', 'production'].includes(stage)
    return [
      ...[project.code, stage, day, project.kind, project.programme, kind, text, lossReason],
      ...[String(project.investment), counted && project.area > 0 ? String(project.area) : ''],
    ]
  })
}
