import { baseOf, ownSubject, type Recogniser } from '../site.ts'

const schedule =
  /时序|序时|均衡进度|时间进度|进度要求|目标进度|计划进度|时间节点|(?:年度|全年|预期|年初)(?:目标|计划|任务)/

/** 高于时序进度3.2个百分点, 超出年度目标12个百分点, 时间过半、任务过半. */
export const readPace: Recogniser = (site) => {
  const { figure, reading } = site
  if (figure.family === 'pace') {
    const base = baseOf(site, ownSubject(site).text)
    return { kind: 'pace', indicator: base, direction: null }
  }
  if (figure.family !== 'points' && figure.family !== 'percent') return null
  if (!reading.versus || !schedule.test(reading.versus)) return null
  const base = baseOf(site, ownSubject(site).text)
  const direction = reading.compared ?? reading.change?.direction ?? null
  return { kind: 'pace', indicator: base, base, direction, versus: reading.versus }
}
