import type { Words } from '../locale.tsx'

/** A cron line (Asia/Shanghai) as people say it: `30 9 * * *` is 每天 9:30; other shapes than those we use stay as written. */
export function scheduleWords(cron: string): Words {
  const [minute = '', hour = '', ...days] = cron.trim().split(/\s+/)
  const which = dayWords[days.join(' ')]
  if (!which || !/^\d+$/.test(minute)) return { zh: cron, en: cron }
  const minutes = minute.padStart(2, '0')
  if (hour === '*' && days.join('') === '***') {
    return Number(minute) === 0
      ? { zh: '每小时整点', en: 'hourly' }
      : { zh: `每小时第 ${Number(minute)} 分`, en: `hourly, at ${Number(minute)} minutes past` }
  }
  if (!/^\d+$/.test(hour)) return { zh: cron, en: cron }
  return { zh: `${which.zh} ${Number(hour)}:${minutes}`, en: `${which.en} ${hour.padStart(2, '0')}:${minutes}` }
}

const dayWords: Record<string, Words> = {
  '* * *': { zh: '每天', en: 'every day' },
  '* * 1-5': { zh: '周一至周五', en: 'Monday to Friday' },
}
