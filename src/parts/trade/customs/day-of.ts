/** `20180628…` → `2018-06-28`; null for what is no day of the calendar. */
export function dayOf(text: string): string | null {
  if (!/^[12]\d{7}/.test(text)) return null
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
  if (known === day) return day
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return null
  known = day
  return day
}

/** Documents of one file are mostly of one day. */
let known = ''

/** The day of a moment on the clocks of the zone. */
export const dayIn = (moment: Date) => chinese.format(moment)

const chinese = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
