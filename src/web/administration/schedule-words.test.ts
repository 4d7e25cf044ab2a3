import { expect, test } from 'vitest'
import { scheduleWords } from './schedule-words.ts'

test.each([
  ['30 9 * * *', '每天 9:30', 'every day 09:30'],
  ['20 3 * * *', '每天 3:20', 'every day 03:20'],
  ['0 * * * *', '每小时整点', 'hourly'],
  ['15 * * * *', '每小时第 15 分', 'hourly, at 15 minutes past'],
  ['5 8 * * 1-5', '周一至周五 8:05', 'Monday to Friday 08:05'],
  ['*/5 * * * *', '*/5 * * * *', '*/5 * * * *'],
  ['0 9 1 * *', '0 9 1 * *', '0 9 1 * *'],
  ['0 * * * 1-5', '0 * * * 1-5', '0 * * * 1-5'],
])('%s is said as %s', (cron, zh, en) => {
  expect(scheduleWords(cron)).toEqual({ zh, en })
})
