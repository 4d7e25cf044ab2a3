import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { isDay } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { catalogueOf } from '#parts/indicators/indicators.ts'
import { zoneRows } from '#parts/indicators/zone-rows.ts'
import type { Choice } from './choice-rule.ts'
import { choiceHistory, choicesInForce, choose, type Decided } from './choices.ts'
import { releaseFigures } from './release.ts'

const file = 'open.csv'
const headings = ['kind', 'subject', 'since', 'release', 'delay_days', 'reason'] as const

/** Reads open.csv: what is open, on which terms. A line that says what the package said last time changes nothing. */
export async function loadOpen(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  if (!zone.has(file)) return
  await write(work, (tx) => chooseAll(tx, zone))
  const rows = await releaseFigures(work)
  tell({ zh: `公开数据：${rows} 个数`, en: `Open figures: ${rows} values let out` })
}

/** Writes what is open back; choices about single bulletins stay here, where the bulletins are. */
export async function exportOpen(work: Work, folder: string): Promise<void> {
  const choices = await read(work, choicesInForce)
  const open = [...choices.values()].filter((choice) => choice.open && choice.kind !== 'bulletin')
  const lines = open.map(({ kind, subject, terms, reason }) =>
    [kind, subject, terms?.since ?? '', terms?.release ?? '', terms?.delayDays ?? '', plain(reason)].join(','),
  )
  if (lines.length > 0) writeFileSync(path.join(folder, file), `${[headings.join(','), ...lines].join('\n')}\n`)
}

/** Files of a zone package know no quotes. */
const plain = (reason: string) => reason.replaceAll(',', '，').replaceAll(/\s+/g, ' ')

async function chooseAll(tx: Tx, zone: ZonePackage): Promise<void> {
  const { byCode } = await catalogueOf(tx)
  const history = await choiceHistory(tx)
  for (const { line, cell } of zoneRows(zone, file, headings)) {
    const [kind, subject, since, release] = headings.map((heading) => cell(heading))
    const unreadable = (problem: string) =>
      refuse('portal/open-file-unreadable', { file, line, problem: `${problem}: ${cell(problem)}` })
    if (kind !== 'indicator' && kind !== 'template') return unreadable('kind')
    if (kind === 'indicator' && !byCode.has(subject!)) return unreadable('subject')
    const decided: Decided = {
      ...{ subject: { kind, subject: subject! }, open: true, reason: cell('reason'), origin: 'zone' },
    }
    if (kind === 'indicator') {
      const delayDays = Number(cell('delay_days'))
      if (!isDay(since!)) return unreadable('since')
      if (release !== 'ended' && release !== 'issued') return unreadable('release')
      if (!Number.isInteger(delayDays) || delayDays < 0 || delayDays > 366) return unreadable('delay_days')
      decided.terms = { since: since!, release, delayDays }
    }
    if (!saidBefore(history, decided)) await choose(tx, decided)
  }
}

/** A page may have chosen otherwise since the package was loaded; loading it again does not undo that. */
function saidBefore(history: readonly Choice[], { subject, terms }: Decided): boolean {
  const last = history.find(
    ({ origin, kind, subject: about }) => origin === 'zone' && kind === subject.kind && about === subject.subject,
  )
  return last !== undefined && JSON.stringify(last.terms ?? null) === JSON.stringify(terms ?? null)
}
