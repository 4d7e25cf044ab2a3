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

const unitWords: Record<ClockKind, Words> = {
  'urgent-hours': { zh: '紧急工作时', en: 'hours, nights and holidays counted' },
  'working-hours': { zh: '工作时', en: 'working hours' },
  'working-days': { zh: '工作日', en: 'working days' },
  'calendar-days': { zh: '自然日', en: 'calendar days' },
}

const readingWords: Record<Limit['reading'], Words> = {
  rolling: { zh: '按小时连续计', en: 'hour by hour' },
  'end-of-day': { zh: '至末日下班止', en: 'to the end of the last day' },
}

/** A limit in words: `2 工作日（至末日下班止）`. */
export function limitWords(limit: Limit): Words {
  const unit = unitWords[limit.kind]
  const amount = Number.isInteger(limit.amount) ? String(limit.amount) : limit.amount.toFixed(2).replace(/0+$/, '')
  if (limit.kind.endsWith('hours')) return { zh: `${amount} ${unit.zh}`, en: `${amount} ${unit.en}` }
  const reading = readingWords[limit.reading]
  return { zh: `${amount} ${unit.zh}（${reading.zh}）`, en: `${amount} ${unit.en}, ${reading.en}` }
}
