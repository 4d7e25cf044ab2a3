import { rmSync } from 'node:fs'
import path from 'node:path'
import type { House } from '../src/house.ts'
import { importTimed } from './imports.ts'
import { writeParcelRows } from './parcel-rows.ts'
import { type Served, serve } from './served.ts'
import type { World } from './world.ts'

/** A served house whose parcel ledger has so many rows in January to June 2019, beside those of the demonstration. */
export interface Filled extends Served {
  house: House
  rows: number
}

/** Houses by their number of rows, each filled when it is first asked for and kept until the end. */
export interface FilledHouses {
  with(rows: number): Promise<Filled>
  close(): Promise<void>
}

export const filledYear = 2019

export function filledHouses(world: World): FilledHouses {
  const houses = new Map<number, Promise<Filled>>()
  const fresh = (rows: number) => {
    const house = fill(world, rows)
    houses.set(rows, house)
    return house
  }
  return {
    with: (rows) => houses.get(rows) ?? fresh(rows),
    async close() {
      for (const one of await Promise.allSettled(houses.values())) {
        if (one.status === 'rejected') continue
        await one.value.app.close()
        await one.value.house.close()
      }
    },
  }
}

async function fill(world: World, rows: number): Promise<Filled> {
  const house = await world.copy()
  const file = path.join(world.folder, `fill-${rows}.csv`)
  writeParcelRows(file, { rows, year: filledYear })
  await importTimed(house, file, { accepted: rows })
  rmSync(file)
  await house.pool.query('analyze')
  return { house, rows, ...(await serve(house)) }
}
