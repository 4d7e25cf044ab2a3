import { baseOf, ownSubject, type Recogniser, type Site, wordsBetween } from '../site.ts'

/** 增长1.8倍, 是2020年的3.6倍, 翻了一番. */
export const readMultiple: Recogniser = (site) => {
  const { figure, reading } = site
  if (figure.family !== 'times' && figure.family !== 'fold') return null
  const against = comparedWith(site)
  const own = ownSubject(site, against?.from)
  const base = baseOf(site, own.text)
  const direction = reading.change?.direction ?? (figure.family === 'fold' ? 'up' : null)
  return {
    kind: 'multiple',
    indicator: base,
    base,
    direction: against ? null : direction,
    versus: against?.text ?? reading.versus,
  }
}

/** What it is a multiple of: 是…的3.6倍. */
function comparedWith(site: Site): { text: string; from: number } | null {
  const { reading, tokens } = site
  for (let i = reading.subjectEnd - 1; i >= reading.from; i--) {
    if (!/^(?:是|为|相当于|达到|达|超过|超)$/.test(tokens[i]?.text ?? '')) continue
    const text = wordsBetween(site, i + 1, reading.subjectEnd).replace(/的$/, '')
    if (text !== '') return { text, from: i }
  }
  return null
}
