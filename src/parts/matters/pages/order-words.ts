import type { Words } from '#web/locale.tsx'

export const numberWords = ({ year, nth }: { year: number; nth: number }): Words => ({
  zh: `经开督〔${year}〕${nth}号`,
  en: `No. ${nth} of ${year}`,
})

export const kindWords: Record<'timeout' | 'leader' | 'important', Words> = {
  timeout: { zh: '超时督办', en: 'For a missed limit' },
  leader: { zh: '领导督办', en: 'By order of the leaders' },
  important: { zh: '重点督办', en: 'Of an important matter' },
}
