import type { Words } from '#kernel/i18n/words.ts'

/** A section (门类) of GB/T 4754-2017 with the divisions (大类) it holds. */
export interface Section {
  letter: string
  first: number
  last: number
  words: Words
}

const sections: readonly Section[] = [
  section('A', 1, 5, '农、林、牧、渔业', 'Agriculture, forestry and fishing'),
  section('B', 6, 12, '采矿业', 'Mining'),
  section('C', 13, 43, '制造业', 'Manufacturing'),
  section('D', 44, 46, '电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water'),
  section('E', 47, 50, '建筑业', 'Construction'),
  section('F', 51, 52, '批发和零售业', 'Wholesale and retail'),
  section('G', 53, 60, '交通运输、仓储和邮政业', 'Transport, storage and post'),
  section('H', 61, 62, '住宿和餐饮业', 'Hotels and catering'),
  section('I', 63, 65, '信息传输、软件和信息技术服务业', 'Information technology'),
  section('J', 66, 69, '金融业', 'Finance'),
  section('K', 70, 70, '房地产业', 'Real estate'),
  section('L', 71, 72, '租赁和商务服务业', 'Leasing and business services'),
  section('M', 73, 75, '科学研究和技术服务业', 'Research and technical services'),
  section('N', 76, 79, '水利、环境和公共设施管理业', 'Water, environment and public facilities'),
  section('O', 80, 82, '居民服务、修理和其他服务业', 'Household services and repair'),
  section('P', 83, 83, '教育', 'Education'),
  section('Q', 84, 85, '卫生和社会工作', 'Health and social work'),
  section('R', 86, 90, '文化、体育和娱乐业', 'Culture, sports and entertainment'),
  section('S', 91, 96, '公共管理、社会保障和社会组织', 'Public administration and social organisations'),
  section('T', 97, 97, '国际组织', 'International organisations'),
]

/**
 * The section of a division, written `51` or, with its section's letter, `F51`; nothing when there is no such division or the letter
 * is another section's.
 */
export function sectionOf(industry: string): Section | undefined {
  const found = /^([A-T]?)(\d{2})$/.exec(industry)
  if (!found) return undefined
  const division = Number(found[2])
  const holds = sections.find(({ first, last }) => division >= first && division <= last)
  return found[1] === '' || found[1] === holds?.letter ? holds : undefined
}

function section(letter: string, first: number, last: number, zh: string, en: string): Section {
  return { letter, first, last, words: { zh, en } }
}
