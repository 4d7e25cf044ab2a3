import type { Config } from '#kernel/config.ts'
import { type Route, reads } from '#kernel/http/route.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { mapShape } from '#parts/org/boundary-shapes.ts'
import { boundariesOn, unitNamesOn } from '#parts/org/org.ts'

/** What every map of the product is drawn from: the outlines of today, and the tile source if one is configured. */
export const mapRoutes = ({ tiles }: Pick<Config, 'tiles'>): Route[] => [
  reads(mapShape, async (tx) => {
    const on = await zoneToday(tx)
    const names = await unitNamesOn(tx, on)
    const rows = await boundariesOn(tx, on, ['zone', 'office', 'park', 'community'])
    const of = (kind: string) =>
      rows
        .filter((row) => row.kind === kind)
        .map(({ unitCode, polygons }) => {
          const name = names.get(unitCode)
          return { code: unitCode, nameZh: name?.zh ?? unitCode, nameEn: name?.en ?? unitCode, polygons }
        })
    const areas = { offices: of('office'), communities: of('community'), parks: of('park') }
    return { on, zone: of('zone')[0] ?? null, ...areas, tiles: tiles ?? null }
  }),
]
