import type { AccessFrame } from '#kernel/access/routes.ts'
import type { Config } from '#kernel/config.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { dayOf, isUnder, personByCode, shownDemonstrationAccounts, unitNamesOn } from '#parts/org/org.ts'

/** What the session tells of the house around it: the zone, its day, and who may try it out. */
export function accessFrame(config: Config): AccessFrame {
  return {
    frame: async (tx) => {
      const zone = await zoneOf(tx)
      const accounts = zone?.demonstration ? await shownDemonstrationAccounts(tx) : []
      return {
        zone: { code: zone?.code ?? '', name: zone?.name ?? { zh: '经开区', en: 'Development zone' } },
        today: zone?.today ?? dayOf(tx.now),
        demonstration: accounts.length > 0 ? { accounts } : null,
        singleSignOn: config.oidc !== undefined,
      }
    },
    unitOf: async (tx, personCode) => {
      const person = await personByCode(tx, personCode)
      if (!person) return null
      const names = await unitNamesOn(tx, dayOf(tx.now))
      return { code: person.unit.code, name: names.get(person.unit.code)?.zh ?? person.unit.code }
    },
    covers: (tx, unit, roots) => isUnder(tx, unit, roots),
  }
}
