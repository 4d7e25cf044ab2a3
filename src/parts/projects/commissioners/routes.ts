import { type Route, reads, writes } from '#kernel/http/route.ts'
import { projectInReach } from '../problems/project-names.ts'
import { appointCommissioner, relieveCommissioner } from './appoint.ts'
import { candidates } from './candidates.ts'
import { myProjects } from './mine.ts'
import { commissionersNow, projectVisits } from './queries.ts'
import * as shapes from './shapes.ts'
import { monthlyForm } from './update.ts'
import { updateShape } from './update-shapes.ts'
import { recordVisit } from './visits.ts'

export const commissionerRoutes: readonly Route[] = [
  reads(shapes.commissionersShape, (tx, _asked, { roots }) => commissionersNow(tx, roots)),
  reads(shapes.candidatesShape, (tx, { query }) => candidates(tx, query.q)),
  reads(shapes.mineShape, (tx) => myProjects(tx)),
  reads(shapes.projectVisitsShape, async (tx, { params }, { roots }) => {
    await projectInReach(tx, params.code, roots)
    return projectVisits(tx, params.code)
  }),
  reads(updateShape, (tx, { params, query }, { roots }) => monthlyForm(tx, { ...params, ...query }, roots)),
  writes(shapes.visitShape, (tx, { params, body }, { roots }) =>
    recordVisit(tx, { ...body, project: params.code }, roots),
  ),
  writes(shapes.appointShape, async (tx, { params, body }, { roots }) => {
    await appointCommissioner(tx, { ...body, project: params.code }, roots)
    return { done: true }
  }),
  writes(shapes.relieveShape, async (tx, { params, body }, { roots }) => {
    await relieveCommissioner(tx, { ...body, project: params.code }, roots)
    return { done: true }
  }),
]
