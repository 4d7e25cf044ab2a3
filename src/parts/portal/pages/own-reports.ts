/** A report that was sent from this phone: what is needed to find it again. */
export interface OwnReport {
  code: string
  number: string
  at: string
  words: string
}

const place = 'jingkai.reports'
const most = 20

/** Reports sent from this browser, the latest first. */
export function ownReports(): OwnReport[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as OwnReport[]
  } catch {
    return []
  }
}

export function rememberReport(report: OwnReport): void {
  const others = ownReports().filter(({ code }) => code !== report.code)
  localStorage.setItem(place, JSON.stringify([report, ...others].slice(0, most)))
}

/** For a phone that others use too. */
export function forgetReports(): void {
  localStorage.removeItem(place)
}

/** `K7Q2M9XW4TBC` as people read it out: `K7Q2-M9XW-4TBC`. */
export const spelledCode = (code: string) => code.replaceAll(/(.{4})(?=.)/g, '$1-')
