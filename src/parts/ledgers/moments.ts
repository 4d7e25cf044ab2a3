import { isDay } from '#kernel/period.ts'

/**
 * A moment as `YYYY-MM-DD HH:MM:SS` by the clock of Asia/Shanghai (no summer time since 1991), or nothing when the text is none. Reads that
 * form, the fourteen digits of customs messages, slashes or 年月日, minutes without seconds, a bare day as its first second, and ISO 8601 with
 * a zone, which is moved to the clock of Shanghai.
 */
export function momentIn(text: string): string | undefined {
  if (canonical.test(text)) return isDay(text.slice(0, 10)) ? text : undefined
  const match = written.exec(text) ?? digits.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = match
  const two = (part: string) => part.padStart(2, '0')
  const read = `${year}-${two(month!)}-${two(day!)} ${two(hour)}:${two(minute)}:${two(second)}`
  if (!canonical.test(read) || !isDay(read.slice(0, 10))) return undefined
  return zone ? inShanghai(read, zone) : read
}

const canonical = /^(?:19|20|21)\d{2}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/
const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:(?: |T)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.0+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/
const digits = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/

function inShanghai(read: string, zone: string): string | undefined {
  const offset = zone === 'Z' ? '+00:00' : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
  const instant = Date.parse(`${read.replace(' ', 'T')}${offset}`)
  if (Number.isNaN(instant)) return undefined
  const moved = new Date(instant + 8 * 3_600_000).toISOString()
  return `${moved.slice(0, 10)} ${moved.slice(11, 19)}`
}
