import type { Words } from '#kernel/i18n/words.ts'

const known: Record<string, Words> = {
  delivered: { zh: '系统初始设置', en: 'As delivered' },
  imported: { zh: '导入标准表', en: 'Imported' },
  'zone-package': { zh: '随数据包载入', en: 'Came with the zone package' },
}

/** Why a version came: what a person wrote stands in both languages as it is. */
export function reasonWords(reason: string): Words {
  return known[reason] ?? { zh: reason, en: reason }
}
