import { Decimal } from 'decimal.js'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { type Period, parsePeriod } from '#kernel/period.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { catalogueOf, indicatorIn } from './catalogue.ts'
import type { Rank } from './fact-shapes.ts'
import { factIn } from './facts.ts'
import type { Reckoning } from './reckoning.ts'
import { ranksOf } from './shares-ranks.ts'
import { peerValues } from './tables.ts'
import { zoneRows } from './zone-rows.ts'

const OWN = '本区'

/**
 * The zone's rank among supplied peers in a period, by value or by change as the indicator declares; null where no peer is
 * supplied, nothing is better, or our own figure is missing.
 */
export async function rankIn(at: Reckoning, code: string, period: Period): Promise<Rank | null> {
  const indicator = indicatorIn(at.catalogue, code)
  if (indicator.betterWhen === 'neither') return null
  const peers = await peersOf(at, indicator.code, period)
  if (peers.length === 0) return null
  const fact = await factIn(at, { indicator: indicator.code, period })
  const own = indicator.ranked === 'change' ? fact.change.value : fact.value
  const entrants = [{ name: OWN, value: own === null ? null : new Decimal(own) }, ...peers]
  const ranked = ranksOf(entrants, indicator.betterWhen)
  const place = ranked.find(({ name }) => name === OWN)!
  if (place.rank === null) return null
  return {
    ...{ rank: place.rank, of: ranked.filter(({ rank }) => rank !== null).length, tied: place.tied },
    ...{ by: indicator.ranked, unit: indicator.ranked === 'change' ? fact.change.unit : fact.unit },
    peers: ranked.map(({ name, value, rank }) => {
      return { peer: name, value: value?.toFixed() ?? null, rank, own: name === OWN }
    }),
  }
}

/** Reads peers/*.csv (`indicator,period,peer,value`); a value that is on record already is left. Answers how many are new. */
export async function loadPeers(tx: Tx, zone: ZonePackage): Promise<number> {
  const catalogue = await catalogueOf(tx)
  const rows = zone
    .files('peers', '.csv')
    .flatMap((file) => zoneRows(zone, file, ['indicator', 'period', 'peer', 'value']))
  let added = 0
  for (const row of rows) {
    const { code } = indicatorIn(catalogue, row.cell('indicator'))
    const wanted = { indicator: code, period: parsePeriod(row.cell('period')).text, peer: row.cell('peer') }
    const { rows: known } = await tx.client.query<{ value: string }>(
      'select value from peer_values where indicator = $1 and period = $2 and peer = $3 order by id desc limit 1',
      [wanted.indicator, wanted.period, wanted.peer],
    )
    if (known[0] && new Decimal(known[0].value).eq(row.digits('value'))) continue
    await tx.db
      .insert(peerValues)
      .values({ ...wanted, value: row.digits('value'), suppliedAt: tx.now, suppliedBy: tx.actor.name })
    added++
  }
  if (added > 0) audit(tx, { action: 'indicators/supply-peers', subject: 'peers', after: { added } })
  return added
}

async function peersOf(at: Reckoning, indicator: string, period: Period): Promise<{ name: string; value: Decimal }[]> {
  const { rows } = await at.tx.client.query<{ name: string; value: string }>(
    `select distinct on (peer) peer as name, value from peer_values
     where indicator = $1 and period = $2 and ($3::timestamptz is null or supplied_at <= $3) order by peer, id desc`,
    [indicator, period.text, at.asOf ?? null],
  )
  return rows.map(({ name, value }) => ({ name, value: new Decimal(value) }))
}
