import { read, write } from '../db/work.ts'
import { type Route, reads, works } from '../http/route.ts'
import { anchorsFile, anchorsIn } from './anchors.ts'
import { audit } from './chain.ts'
import { auditOf } from './queries.ts'
import * as shapes from './shapes.ts'
import { verifyAudit } from './verify.ts'

/** The auditor's doors; the data folder holds the anchors. */
export function auditRoutes(dataFolder: string): Route[] {
  return [
    reads(shapes.listAudit, (tx, { query }) => auditOf(tx, query)),
    works(shapes.verifyChain, async (work) => {
      const anchors = anchorsIn(anchorsFile(dataFolder))
      const verdict = await read(work, (tx) => verifyAudit(tx.client, { anchors }))
      const { entries, findings } = verdict
      await write(work, async (tx) =>
        audit(tx, { action: 'audit/verify', subject: 'audit:chain', after: { entries, findings: findings.length } }),
      )
      return verdict
    }),
  ]
}
