import { type Route, reads } from '#kernel/http/route.ts'
import { consignments } from './consignments.ts'
import { enterpriseOf } from './enterprise.ts'
import { findEnterprises } from './enterprises.ts'
import { freeTradeOverview } from './overview.ts'
import { policies } from './policies.ts'
import { consignmentsShape, portsShape } from './port-shapes.ts'
import { portsOverview } from './ports.ts'
import { enterpriseShape, enterprisesShape, freeTradeShape, policiesShape } from './shapes.ts'

export const freeTradeRoutes: readonly Route[] = [
  reads(freeTradeShape, async (tx, { query }, { roots }) => freeTradeOverview(tx, query, roots)),
  reads(policiesShape, async (tx, _asked, { roots }) => policies(tx, roots)),
  reads(enterprisesShape, async (tx, { query }, { roots }) => findEnterprises(tx, query, roots)),
  reads(enterpriseShape, async (tx, { params }, { roots }) => enterpriseOf(tx, params.code, roots)),
  reads(portsShape, async (tx, _asked, { roots }) => portsOverview(tx, roots)),
  reads(consignmentsShape, async (tx, { query }, { roots }) => consignments(tx, query, roots)),
]
