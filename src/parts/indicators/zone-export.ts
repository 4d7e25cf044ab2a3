import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Decimal } from 'decimal.js'
import { stringify } from 'yaml'
import { read, type Tx, type Work } from '#kernel/db/work.ts'
import { catalogueOf } from './catalogue.ts'
import { sections } from './sections.ts'
import { targetHistory } from './targets.ts'

/** Writes indicators/*.yaml (a file a section), targets.csv (those in force) and peers/peers.csv of a zone package. */
export async function exportIndicators(work: Work, folder: string): Promise<void> {
  const files = await read(work, filesOf)
  for (const [name, text] of files) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

async function filesOf(tx: Tx): Promise<Map<string, string>> {
  const { indicators } = await catalogueOf(tx)
  const files = new Map<string, string>()
  for (const [index, section] of Object.keys(sections).entries()) {
    const inside = indicators.filter((indicator) => indicator.section === section)
    const plain = inside.map(({ versions: _, version: _version, ...declaration }) => declaration)
    if (plain.length > 0) files.set(`indicators/${index + 1}-${section}.yaml`, stringify({ indicators: plain }))
  }
  const targets = (await targetHistory(tx)).filter(({ replacedAt }) => replacedAt === null)
  const targetLines = targets.map(({ indicator, name, period, operator, value, unit }) =>
    [indicator, name.zh, period, operator, value, unit].join(','),
  )
  files.set('targets.csv', csv('indicator,name_zh,year,operator,value,unit', targetLines))
  files.set('peers/peers.csv', csv('indicator,period,peer,value', await peerLines(tx)))
  return files
}

async function peerLines(tx: Tx): Promise<string[]> {
  const { rows } = await tx.client.query<{ indicator: string; period: string; peer: string; value: string }>(
    `select distinct on (indicator, period, peer) indicator, period, peer, value from peer_values
     order by indicator, period, peer, id desc`,
  )
  return rows.map(({ indicator, period, peer, value }) =>
    [indicator, period, peer, new Decimal(value).toFixed()].join(','),
  )
}

function csv(headings: string, lines: readonly string[]): string {
  return `${[headings, ...lines].join('\n')}\n`
}
