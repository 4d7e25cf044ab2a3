import { read, type Work } from '#kernel/db/work.ts'
import type { DoctorLine } from '#kernel/part.ts'
import { bulletinDigest } from './digest.ts'
import { bulletinFacts, bulletins, bulletinTexts } from './tables.ts'

/** Whether every issued bulletin still has the hash it was issued with, for `jingkai doctor`. */
export async function bulletinsSound(work: Work): Promise<DoctorLine[]> {
  const { all, altered } = await read(work, async (tx) => {
    const heads = await tx.db.select().from(bulletins)
    const texts = await tx.db.select().from(bulletinTexts)
    const facts = await tx.db.select().from(bulletinFacts)
    const hashOf = (id: number) => {
      const own = texts.filter(({ bulletinId }) => bulletinId === id).sort((a, b) => (a.locale > b.locale ? -1 : 1))
      const stood = facts.filter(({ bulletinId }) => bulletinId === id)
      return bulletinDigest(
        own.map(({ tree }) => tree),
        new Map(stood.map(({ key, source }) => [key, source])),
      )
    }
    return { all: heads.length, altered: heads.filter(({ id, sha256 }) => hashOf(id) !== sha256).map(({ id }) => id) }
  })
  const well = altered.length === 0
  const words = well
    ? { zh: `${all} 份通报的校验值都相符`, en: `${all} bulletins have the hash they were issued with` }
    : {
        zh: `通报 ${altered.join('、')} 的内容与校验值不符：请从备份核对`,
        en: `Bulletins ${altered.join(', ')} do not match their hash: compare them with a backup`,
      }
  return [{ name: 'bulletins', well, words }]
}
