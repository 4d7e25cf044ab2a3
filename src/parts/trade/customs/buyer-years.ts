import type pg from 'pg'

/** What a person may buy in a year in yuan, by the day it holds from; the lowest is what the index of high years goes by. */
export const yearlyLimits = [
  { from: '2016-04-08', yuan: 20_000 },
  { from: '2019-01-01', yuan: 26_000 },
] as const

/**
 * Adds what a file's lists came to, and takes off what it ended or cancelled, buyer by buyer and year by year. Leaves the temporary table
 * `buyers_moved (buyer, year, since, high)`: `high` where the year is or was above the lowest limit; lists sent before `since` are not concerned.
 */
export async function moveBuyerYears(client: pg.ClientBase, file: string): Promise<void> {
  await client.query(
    `create temp table buyers_moved on commit drop as
     select buyer, extract(year from sent_on)::int as year, sum(sign * value) as value, sum(sign)::int as lists, min(sent_on) as since, false as high from (
       select buyer, sent_on, value, 1 as sign from customs_documents
         where file_id = $1 and kind = 'list' and buyer <> '' and cancelled_at is null
       union all
       select buyer, sent_on, value, -1 from customs_documents
         where replaced_by = $1 and kind = 'list' and buyer <> '' and cancelled_at is null
     ) lists group by 1, 2`,
    [file],
  )
  await keepYears(client, 'buyers_moved')
}

/** Takes off the lists in the temporary table `cancelled`. */
export async function dropCancelled(client: pg.ClientBase): Promise<void> {
  await client.query(
    `create temp table buyers_freed on commit drop as
     select buyer, extract(year from sent_on)::int as year, -sum(value) as value, -count(*)::int as lists, min(sent_on) as since, false as high
     from cancelled where buyer <> '' group by 1, 2`,
  )
  await keepYears(client, 'buyers_freed')
  await client.query('insert into buyers_moved select * from buyers_freed')
}

async function keepYears(client: pg.ClientBase, moved: 'buyers_moved' | 'buyers_freed'): Promise<void> {
  await client.query(
    `insert into customs_buyer_years as y (buyer, year, spent, lists) select buyer, year, value, lists from ${moved} where lists <> 0 or value <> 0
     on conflict (buyer, year) do update set spent = y.spent + excluded.spent, lists = y.lists + excluded.lists`,
  )
  await client.query(
    `update ${moved} m set high = true from customs_buyer_years y
     where y.buyer = m.buyer and y.year = m.year and greatest(y.spent, y.spent - m.value) > $1`,
    [yearlyLimits[0].yuan],
  )
}

/** The condition by which a list goes over its day's limit, over `spent` with this list and its day `sent_on`; null before there was one. */
export const limitOfDay = `case ${yearlyLimits
  .toReversed()
  .map(({ from, yuan }) => `when sent_on >= '${from}' then ${yuan}`)
  .join(' ')} end`
