import { type Route, reads, writes } from '#kernel/http/route.ts'
import { departmentRates, linkedProblem, problemDetail } from './detail.ts'
import { answerLink, makeLink } from './links.ts'
import { listProblems } from './list.ts'
import { moveProblem } from './moves.ts'
import { projectChoices } from './project-names.ts'
import { raiseProblem } from './raise.ts'
import * as shapes from './shapes.ts'

export const problemRoutes: readonly Route[] = [
  reads(shapes.problemsShape, (tx, { query }, { roots }) => listProblems(tx, query, roots)),
  reads(shapes.ratesShape, (tx, { query }, { roots }) => departmentRates(tx, query, roots)),
  reads(shapes.problemShape, (tx, { params }, { roots }) => problemDetail(tx, params.number, roots)),
  reads(shapes.projectChoicesShape, (tx, _asked, { roots }) => projectChoices(tx, roots)),
  writes(shapes.raiseShape, (tx, { body }, { roots }) => raiseProblem(tx, body, roots)),
  writes(shapes.moveShape, (tx, { params, body }, { roots }) => moveProblem(tx, { ...params, ...body }, roots)),
  writes(shapes.linkShape, (tx, { params, body }, { roots }) => makeLink(tx, { ...params, ...body }, roots)),
  reads(shapes.linkedShape, (tx, { params }) => linkedProblem(tx, params.token)),
  writes(shapes.answerShape, async (tx, { params, body }) => {
    const { state } = await answerLink(tx, params.token, body)
    return { state, version: body.seen + 1 }
  }),
]
