import type { Words } from '#kernel/i18n/words.ts'
import type { ClockKind, Limit } from '../engine/clock.ts'

const written: readonly [RegExp, ClockKind, number][] = [
  [/^([\d.]+)个?紧急工作?小?时$/, 'urgent-hours', 1],
  [/^([\d.]+)个?小时$/, 'urgent-hours', 1],
  [/^([\d.]+)个?工作小?时$/, 'working-hours', 1],
  [/^([\d.]+)分钟$/, 'urgent-hours', 1 / 60],
  [/^([\d.]+)个?紧急工作?日$/, 'calendar-days', 1],
  [/^([\d.]+)个?连续工作日$/, 'working-days', 1],
  [/^([\d.]+)个?(?:自然日|日历日|自然天)$/, 'calendar-days', 1],
  [/^([\d.]+)个?(?:工作日|工作天|日|天)$/, 'working-days', 1],
]

const digits: Record<string, string> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
}

/**
 * A limit as tables of standards write it: 2紧急工作时, 4工作时, 3个工作日, 2日 (working days), 15自然日; null when it is none. Ordinary days run
 * to the end of the last one; urgent days and 连续工作日 (of eight hours) run by the hour. `（当日）` and the like after it stay unread.
 */
export function limitOf(text: string): Limit | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/\(.*\)$/, '')
    .replace(/^(?:限|在)?/, '')
    .replace(/(?:内|以内|之内)$/, '')
    .replace(/^[一二两三四五六七八九十](?=[^一二三四五六七八九十])/, (digit) => digits[digit]!)
  for (const [pattern, kind, factor] of written) {
    const amount = Number(pattern.exec(plain)?.[1]) * factor
    if (amount > 0 && amount <= 10_000) return { amount, kind, reading: readingOf(plain, kind) }
  }
  return null
}

const readingOf = (text: string, kind: ClockKind): Limit['reading'] =>
  kind.endsWith('hours') || /紧急|连续/.test(text) ? 'rolling' : 'end-of-day'

/** A limit as a table of standards writes it; {@link limitOf} reads the same limit from it. */
export function limitText({ amount, kind, reading }: Limit): string {
  if (kind === 'urgent-hours') return amount < 1 ? `${Math.round(amount * 60)}分钟` : `${amount}紧急工作时`
  if (kind === 'working-hours') return `${amount}工作时`
  if (kind === 'working-days') return `${amount}${reading === 'rolling' ? '连续工作日' : '工作日'}`
  return `${amount}${reading === 'rolling' ? '紧急工作日' : '自然日'}`
}

const unitWords: Record<ClockKind, { zh: string; one: string; many: string }> = {
  'urgent-hours': { zh: '紧急工作时', one: 'hour', many: 'hours' },
  'working-hours': { zh: '工作时', one: 'working hour', many: 'working hours' },
  'working-days': { zh: '工作日', one: 'working day', many: 'working days' },
  'calendar-days': { zh: '自然日', one: 'calendar day', many: 'calendar days' },
}

const readingWords: Record<Limit['reading'], Words> = {
  rolling: { zh: '按小时连续计', en: 'hour by hour' },
  'end-of-day': { zh: '至末日下班止', en: 'to the end of the last day' },
}

/** A limit in words: `2 工作日（至末日下班止）`; less than an hour in minutes. */
export function limitWords({ amount, kind, reading }: Limit): Words {
  if (kind.endsWith('hours') && amount < 1) return minuteWords(Math.round(amount * 60), kind)
  const unit = unitWords[kind]
  const number = Number.isInteger(amount) ? String(amount) : amount.toFixed(2).replace(/0+$/, '')
  const words = { zh: `${number} ${unit.zh}`, en: `${number} ${amount === 1 ? unit.one : unit.many}` }
  if (kind === 'urgent-hours') return { ...words, en: `${words.en}, nights and holidays counted` }
  if (kind === 'working-hours') return words
  const { zh, en } = readingWords[reading]
  return { zh: `${words.zh}（${zh}）`, en: `${words.en}, ${en}` }
}

function minuteWords(minutes: number, kind: ClockKind): Words {
  const unit = minutes === 1 ? 'minute' : 'minutes'
  return kind === 'working-hours'
    ? { zh: `${minutes} 分钟（工作时间）`, en: `${minutes} ${unit} of working time` }
    : { zh: `${minutes} 分钟（昼夜连续）`, en: `${minutes} ${unit}, nights and holidays counted` }
}
