import { addDays } from '../../src/kernel/period.ts'
import { dayAt } from '../../src/parts/matters/engine/clock.ts'
import { verifiedFirst } from '../../src/parts/matters/engine/states.ts'
import { Making } from './matter-course.ts'
import type { Crew } from './matter-crew.ts'
import type { MadeMatter } from './matter-openings.ts'
import { standardRows } from './matter-standards.ts'
import { seeded } from './random.ts'

/** How often a unit is late and how often its work fails the check, in percent: what evaluation has to find. */
const manners: Record<string, { late: number; fails: number }> = {
  CITY: { late: 9, fails: 5 },
  ENV: { late: 12, fails: 7 },
  CONSTRUCTION: { late: 24, fails: 12 },
  'OFFICE-1': { late: 5, fails: 3 },
  'OFFICE-2': { late: 11, fails: 6 },
  'OFFICE-3': { late: 18, fails: 8 },
  'OFFICE-4': { late: 7, fails: 5 },
  'OFFICE-5': { late: 14, fails: 7 },
  'OFFICE-6': { late: 30, fails: 10 },
}

const lately = new Date('2018-06-04T00:00:00+08:00')

/** The course of one matter from its report on, with all that goes wrong in a year. */
export function story(matter: MadeMatter, crew: Crew): Making {
  const made = new Making(matter, seeded(`matter ${matter.ref} ${matter.title}`))
  if (!registered(made, crew)) return made
  for (let round = 0; round < 3 && dispatched(made, crew, round); round += 1) {
    if (!handled(made, crew) || !closed(made, crew)) return made
    if (!back(made, crew)) break
  }
  if (made.course.closedAt !== null && made.course.overdue && made.chance(9)) appealed(made, crew)
  return made
}

/** From the report to registering; true once it is registered. */
function registered(made: Making, crew: Crew): boolean {
  const { random, matter } = made
  const chief = crew.chief(random)
  if (verifiedFirst.includes(matter.inflow)) {
    const inspector = crew.inspector(random)
    made.at(made.share(made.pace(6)), crew.acceptor(random), { deed: 'ask-verify', person: inspector })
    if (matter.sameAs) {
      const into = String(matter.sameAs.ref)
      made.at(made.share(20), crew.acceptor(random), { deed: 'merge', into })
      return false
    }
    const found = !made.chance(9)
    const seen = found ? '现场核实，情况属实' : '现场核实，未发现反映的问题'
    if (!made.at(made.share(made.pace(5)), inspector, { deed: 'verify', found, words: seen }, seen)) return false
    if (!found) {
      const reason = '现场未发现所反映的问题'
      made.at(made.share(made.pace(4)), chief, { deed: 'decline', ground: 'not-found', reason }, reason)
      return false
    }
  }
  const standard = standardRows.indexOf(matter.standard) + 1
  if (!made.at(made.share(made.pace(4)), chief, { deed: 'register', standard })) return false
  if (!made.chance(0.8)) return true
  const reason = '经查已在办理，重复立案'
  made.at(made.share(60), chief, { deed: 'cancel', reason }, reason)
  return false
}

/** To the unit that handles it; now and then to a wrong one first, which gives it back. */
function dispatched(made: Making, crew: Crew, round: number): boolean {
  const { random, matter } = made
  const dispatcher = crew.dispatcher(random)
  if (round === 0 && made.chance(4)) {
    const wrong = matter.unit === 'CITY' ? matter.office : 'CITY'
    if (!made.at(made.share(made.pace(4)), dispatcher, { deed: 'dispatch', unit: wrong })) return false
    const reason = '不属本单位职责，建议改派'
    if (!made.at(made.share(15), crew.clerk(wrong, random), { deed: 'return', reason }, reason)) return false
  }
  return made.at(made.share(made.pace(4)), dispatcher, { deed: 'dispatch', unit: matter.unit })
}

/** Accepting, perhaps more time or a standstill, handling, and the inspector's look; a failed one begins it again. */
function handled(made: Making, crew: Crew): boolean {
  const { random, matter } = made
  const { late, fails } = manners[matter.unit]!
  const clerk = crew.clerk(matter.unit, random)
  if (!made.at(made.share(4 + random.below(8)), clerk, { deed: 'accept' })) return false
  const long = matter.standard.limit.endsWith('工作日')
  // Some of the last weeks' are still lying with the unit.
  if (long && matter.openedAt > lately && made.chance(17)) return false
  if (long && made.chance(6)) extended(made, crew, clerk)
  if (long && made.course.suspensions === 0 && made.chance(1.5)) suspended(made, crew, clerk)
  for (let again = 0; again < 3; again += 1) {
    const words = again === 0 ? `已派人处置：${matter.standard.close}` : '已按核查意见返工处置'
    const pace = made.pace(again === 0 ? late : 12)
    if (!made.at(made.share(pace), clerk, { deed: 'hand-back', words }, words)) return false
    if (!made.at(made.share(made.pace(6)), crew.dispatcher(random), { deed: 'confirm' })) return false
    const passed = !made.chance(again === 0 ? fails : again === 1 ? 15 : 0)
    const seen = passed ? '现场核查，符合结案条件' : '现场核查，处置不彻底，退回返工'
    const looked = made.share(made.pace(6))
    if (!made.at(looked, crew.inspector(random), { deed: 'check', passed, words: seen }, seen)) return false
    if (passed) return true
  }
  return false
}

function extended(made: Making, crew: Crew, clerk: string): void {
  const reason = '材料和设备需要调运，申请延期'
  if (!made.at(made.share(55), clerk, { deed: 'ask-extension', reason }, reason)) return
  const granted = !made.chance(20)
  const words = granted ? '情况属实，同意' : '理由不充分，不同意'
  made.at(made.share(60), crew.head(made.matter.unit), { deed: 'decide', granted, words }, words)
  if (granted)
    made.at(made.share(66), crew.commandChief, { deed: 'decide', granted: true, words: '同意延期' }, '同意延期')
}

function suspended(made: Making, crew: Crew, clerk: string): void {
  const asked = made.share(30)
  const until = addDays(dayAt(asked.getTime()), 20 + made.random.below(60))
  const reason = '需待管线单位停水施工，申请挂账'
  if (!made.at(asked, clerk, { deed: 'ask-suspension', reason, until }, reason)) return
  if (!made.at(made.share(36), crew.commandChief, { deed: 'decide', granted: true, words: '同意挂账' }, '同意挂账'))
    return
  made.at(new Date(`${until}T00:10:00+08:00`), crew.commandChief, { deed: 'resume' })
}

/** Registered as closed, or ended for a stage with the rest looked at later. */
function closed(made: Making, crew: Crew): boolean {
  const { random, matter } = made
  const chief = crew.chief(random)
  const staged = ['inspection', 'campaign', 'blocked-project'].includes(matter.inflow)
  const on = made.share(made.pace(5))
  if (!staged || !made.chance(matter.inflow === 'inspection' ? 30 : 8)) {
    return made.at(on, chief, { deed: 'close', words: '符合结案条件，予以结案' }, '符合结案条件，予以结案')
  }
  const until = addDays(dayAt(on.getTime()), 30 + random.below(60))
  const words = '阶段性整改到位，后续工程按计划推进'
  if (!made.at(on, chief, { deed: 'stage-end', until, words }, words)) return false
  const done = new Date(`${addDays(until, -random.below(12))}T10:00:00+08:00`)
  const clerk = crew.clerk(matter.unit, random)
  if (!made.at(done, clerk, { deed: 'hand-back', words: '后续整改完成' }, '后续整改完成')) return false
  made.at(made.share(50), crew.dispatcher(random), { deed: 'confirm' })
  made.at(made.share(50), crew.inspector(random), { deed: 'check', passed: true, words: '整改完成' }, '整改完成')
  return made.at(made.share(50), chief, { deed: 'close', words: '予以结案' }, '予以结案')
}

/** A closed one that comes back: the reporter says it is not fixed, or the inspection finds it again. */
function back(made: Making, crew: Crew): boolean {
  const { matter, random } = made
  if (made.course.state !== 'closed') return false
  const later = new Date(made.course.closedAt!.getTime() + (20 + random.below(200)) * 3_600_000)
  const chief = crew.chief(random)
  if (['inspection', 'campaign'].includes(matter.inflow)) {
    return made.chance(5) && made.at(later, chief, { deed: 'rebound', reason: '复查发现问题反弹' }, '复查发现问题反弹')
  }
  if (!verifiedFirst.includes(matter.inflow) || !made.chance(4)) return false
  return made.at(later, chief, { deed: 'reopen', reason: '反映人回访称未解决' }, '反映人回访称未解决')
}

function appealed(made: Making, crew: Crew): void {
  const { random, matter } = made
  const on = new Date(made.course.closedAt!.getTime() + (8 + random.below(60)) * 3_600_000)
  const reason = '因停电和大风预警停工，超期非本单位原因'
  if (!made.at(on, crew.clerk(matter.unit, random), { deed: 'ask-appeal', reason }, reason)) return
  const granted = made.chance(60)
  const words = granted ? '情况属实，予以免责' : '依据不足，维持'
  const reviewers = ['P0403', 'P0404']
  for (const [place, reviewer] of (granted ? reviewers : reviewers.slice(0, 1)).entries()) {
    made.at(new Date(on.getTime() + (24 + place * 20) * 3_600_000), reviewer, { deed: 'decide', granted, words }, words)
  }
}
