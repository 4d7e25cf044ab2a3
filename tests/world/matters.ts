import type { Actor, Role } from '#kernel/access/actor.ts'
import { type Work, write } from '#kernel/db/work.ts'
import { keepStandards } from '#parts/matters/standards/keep-standards.ts'
import { readStandards } from '#parts/matters/standards/sheet.ts'
import { addUnit } from '#parts/org/org.ts'

const standards = `小类代码,小类名称,小类英文,大类名称,大类英文,处置单位,立案条件,结案条件,处置时限
E0304,工地扬尘,Dust,施工管理,Sites,建设局,土方作业未湿法,落实覆盖,2工作时
E0304,工地扬尘,Dust,施工管理,Sites,建设局,需停工整改,复查通过,3工作日
E0101,暴露垃圾,Rubbish,市容环境,City,城市管理局,面积1平方米以上,清运干净,4工作时
C0101,井盖缺失,Manhole,公用设施,Utilities,城市管理局,井盖移位,井盖复位,2紧急工作时
E0701,项目用地受阻,Blocked land,项目服务,Projects,,用地未清,障碍清除,5工作日`

/** The people of the matters' world, by their deeds; each holds one role or two at one unit. */
export const crew = {
  acceptor: actor('acceptor', 'SUPERVISION', ['clerk']),
  chief: actor('chief', 'SUPERVISION', ['reviewer', 'lead', 'clerk']),
  secondChief: actor('second-chief', 'SUPERVISION', ['reviewer', 'lead']),
  inspector: actor('inspector', 'SUPERVISION', ['clerk']),
  dispatcher: actor('dispatcher', 'COMMAND', ['clerk']),
  commandChief: actor('command-chief', 'COMMAND', ['reviewer', 'lead']),
  handler: actor('handler', 'CITY', ['clerk']),
  cityChief: actor('city-chief', 'CITY', ['reviewer', 'lead']),
  builder: actor('builder', 'CONSTRUCTION', ['clerk']),
}

function actor(id: string, unit: string, roles: readonly Role[]): Actor {
  return { id, name: id, via: 'page', grants: roles.map((role) => ({ role, unit })) }
}

/** Units, the two desks and a short table of standards. */
export async function openMattersWorld(work: Work): Promise<void> {
  await write(work, async (tx) => {
    for (const [code, nameZh, kind] of [
      ['ZONE', '管委会', 'committee'],
      ['SUPERVISION', '监督中心', 'department'],
      ['COMMAND', '指挥中心', 'department'],
      ['CITY', '城市管理局', 'department'],
      ['CONSTRUCTION', '建设局', 'department'],
    ] as const) {
      const parent = code === 'ZONE' ? null : 'ZONE'
      await addUnit(tx, { code, parent, nameZh, nameEn: code, kind, openedOn: '2010-01-01' })
    }
    await tx.client.query(`insert into matter_desks values ('supervision', 'SUPERVISION'), ('command', 'COMMAND')`)
    const rows = standards
      .split('\n')
      .map((text, place) => ({ line: place + 1, cells: text.split(','), formulas: [], merged: [] }))
    const read = readStandards([{ name: 'test', hidden: false, merges: [], rows }])
    await keepStandards(tx, read.standards, { title: 'test', name: 'test.csv', reason: 'test' })
  })
}
