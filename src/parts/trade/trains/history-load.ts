import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { audit } from '#kernel/audit/chain.ts'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { readHistory, readScopes, writeHistory } from './history-file.ts'
import { publishedFigures, trainScopes } from './history-queries.ts'
import type { Published, TrainScope } from './published.ts'

/** Reads trade/train-scopes.csv and trade/train-history.csv; loading the same files twice changes nothing. */
export async function loadTrainHistory(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  const scopes = readScopes(zone)
  if (scopes.length === 0) return
  const figures = readHistory(zone, scopes)
  const changed = await write(work, async (tx) => (await keepScopes(tx, scopes)) + (await keepFigures(tx, figures)))
  tell({ zh: `班列历年公布数据：更新 ${changed} 条`, en: `Published figures of the trains: ${changed} new or changed` })
}

/** Writes both files back. */
export async function exportTrainHistory(work: Work, folder: string): Promise<void> {
  const [scopes, figures] = await read(work, async (tx) => [await trainScopes(tx), await publishedFigures(tx)] as const)
  if (scopes.length === 0) return
  for (const [file, text] of Object.entries(writeHistory(scopes, figures))) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
}

async function keepScopes(tx: Tx, scopes: readonly TrainScope[]): Promise<number> {
  const before = await trainScopes(tx)
  if (JSON.stringify(before) === JSON.stringify(scopes)) return 0
  for (const [ordinal, { code, own, name, note }] of scopes.entries())
    await tx.client.query(
      `insert into train_scopes (code, ordinal, name_zh, name_en, note_zh, note_en, own) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (code) do update set ordinal = excluded.ordinal, name_zh = excluded.name_zh, name_en = excluded.name_en,
         note_zh = excluded.note_zh, note_en = excluded.note_en, own = excluded.own`,
      [code, ordinal, name.zh, name.en, note.zh, note.en, own],
    )
  audit(tx, { action: 'trade/keep-train-scopes', subject: 'train-history:scopes', before, after: scopes })
  return scopes.length
}

/** What the file no longer says is dropped, what it says anew is added; nothing is overwritten. */
async function keepFigures(tx: Tx, figures: readonly Published[]): Promise<number> {
  const before = await publishedFigures(tx)
  const told = new Map(figures.map((figure) => [figure.key, JSON.stringify(figure)]))
  const known = new Map(before.map((figure) => [figure.key, JSON.stringify(figure)]))
  const dropped = before.filter(({ key }) => told.get(key) !== known.get(key))
  const added = figures.filter(({ key }) => told.get(key) !== known.get(key))
  if (dropped.length + added.length === 0) return 0
  for (const { scope, kind, period, what, form } of dropped)
    await tx.client.query(
      `update train_history set dropped_at = $6
       where scope = $1 and kind = $2 and period = $3 and what = $4 and form = $5 and dropped_at is null`,
      [scope, kind, period, what, form, tx.now],
    )
  const columns =
    'ordinal, kind, period, starts_on, ends_on, what, form, value, unit, scope, certainty, source, loaded_at'
  for (const one of added)
    await tx.client.query(
      `insert into train_history (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[figures.indexOf(one), one.kind, one.period, one.startsOn, one.endsOn, one.what, one.form],
        ...[one.value, one.unit, one.scope, one.certainty, one.source, tx.now],
      ],
    )
  const after = { added: added.length, dropped: dropped.length }
  audit(tx, { action: 'trade/keep-train-history', subject: 'train-history:figures', after })
  return added.length + dropped.filter(({ key }) => !told.has(key)).length
}
