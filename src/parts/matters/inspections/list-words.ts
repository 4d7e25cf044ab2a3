import { type Pollution, pollutions, pollutionWords } from './words.ts'

const more: Record<Pollution, readonly string[]> = {
  air: ['废气', '扬尘', '异味', '油烟'],
  water: ['水体', '废水', '污水'],
  noise: ['噪音'],
  soil: ['土地'],
  waste: ['固废', '垃圾', '固体废弃物'],
  ecology: ['生态破坏', '生态环境'],
  other: ['其它'],
}

/** The pollution that a word of an inspection means: 大气污染, 噪音, 固废; null for any other word. */
export function pollutionIn(said: string): Pollution | null {
  const word = said.trim().replace(/(污染|类)$/, '')
  return pollutions.find((one) => pollutionWords[one].zh === word || more[one].includes(word)) ?? null
}

/** The day that a cell says: 2018-07-20, 2018/7/20, 2018.7.20, 2018年7月20日, 20180720; null for anything else. */
export function dayIn(said: string): string | null {
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?$/.exec(said.trim()) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(said.trim())
  if (!found) return null
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : null
}
