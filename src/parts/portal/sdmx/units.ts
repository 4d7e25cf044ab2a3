import type { Words } from '#kernel/i18n/words.ts'
import { knownEntry } from '#kernel/unit-catalogue.ts'

/** A unit as SDMX has it: what is counted, and the power of ten it is counted in. 亿元 is CNY with 8, 万辆 VEHICLES with 4. */
export interface SdmxUnit {
  id: string
  mult: number
  words: Words
}

const special: Record<string, string> = {
  '%': 'PT',
  '‰': 'PM',
  个百分点: 'PP',
  '微克/立方米': 'UG_M3',
  '毫克/立方米': 'MG_M3',
  标箱: 'TEU',
}

/** The unit of a printed figure; compound ones (万元/列) by their parts; one that no catalogue knows is `OTHER`. */
export function sdmxUnit(code: string): SdmxUnit {
  const entry = knownEntry(code)
  if (entry) {
    const id = special[entry.bare] ?? entry.plural.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')
    return { id, mult: entry.power, words: { zh: entry.bare, en: entry.plural } }
  }
  const [over, under] = code.split('/').map((part) => knownEntry(part) && sdmxUnit(part))
  if (!over || !under) return { id: 'OTHER', mult: 0, words: { zh: code, en: code } }
  return {
    ...{ id: `${over.id}_PER_${under.id}`, mult: over.mult - under.mult },
    words: { zh: `${over.words.zh}/${under.words.zh}`, en: `${over.words.en} per ${under.words.en}` },
  }
}
