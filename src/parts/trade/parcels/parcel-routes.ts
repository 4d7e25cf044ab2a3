import { type Route, reads } from '#kernel/http/route.ts'
import { parcels } from '../parcels.ledger.ts'
import { conflictsOf } from './conflicts.ts'
import { doorOf } from './door/door.ts'
import { doorOn, overviewOf } from './overview.ts'
import { parcelConflicts, parcelOverview, reconcileParcels } from './parcel-shapes.ts'
import { reconcile } from './reconcile.ts'

export const reconciliationRoutes: readonly Route[] = [
  reads(parcelOverview, async (tx, { query: { on } }, { roots, work }) => {
    const door = doorOf(work.pool, parcels)
    const today = new Date(tx.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    return {
      ...(await overviewOf(tx, { on, roots })),
      door: {
        today: await doorOn(tx, { day: today, roots }),
        lastMinute: door.minute.total(),
        waiting: door.waiting,
      },
    }
  }),
  reads(reconcileParcels, (tx, { query }, { roots }) => reconcile(tx, { ...query, roots })),
  reads(parcelConflicts, (tx, { query }, { roots }) => conflictsOf(tx, { ...query, roots })),
]
