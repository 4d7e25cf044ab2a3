import { read, type Work } from '#kernel/db/work.ts'
import type { DoctorLine } from '#kernel/part.ts'
import { checksUnsound } from './records.ts'
import { checkRecords } from './tables.ts'

/** Whether every signed-off check still has the hash it was signed off with, for `jingkai doctor`. */
export async function checksSound(work: Work): Promise<DoctorLine[]> {
  const { all, altered } = await read(work, async (tx) => ({
    all: await tx.db.$count(checkRecords),
    altered: await checksUnsound(tx),
  }))
  const well = altered.length === 0
  const words = well
    ? { zh: `${all} 份核对记录的校验值都相符`, en: `${all} records of checks have the hash they were signed off with` }
    : {
        zh: `核对记录 ${altered.join('、')} 的内容与校验值不符：请从备份核对`,
        en: `Records of checks ${altered.join(', ')} do not match their hash: compare them with a backup`,
      }
  return [{ name: 'checks', well, words }]
}
