import { type Route, reads, writes } from '#kernel/http/route.ts'
import { freezeBaseline } from './baselines.ts'
import { addCode } from './codes.ts'
import { excuse, judge } from './judge.ts'
import { recordStage } from './record-stage.ts'
import { recordsOf } from './records.ts'
import { changeProject, putPhotos, recordContact, registerProject, setMilestone } from './register-project.ts'
import * as shapes from './register-shapes.ts'
import { reportMonth } from './report-month.ts'

export const registerRoutes: readonly Route[] = [
  writes(shapes.registerShape, (tx, { body }, { roots }) => registerProject(tx, body, roots)),
  writes(shapes.changeShape, (tx, { params, body }, { roots }) => changeProject(tx, { ...body, ...params }, roots)),
  writes(shapes.stageShape, (tx, { params, body }, { roots }) => recordStage(tx, { ...body, ...params }, roots)),
  writes(shapes.monthShape, (tx, { params, body }, { roots }) => reportMonth(tx, { ...body, ...params }, roots)),
  writes(shapes.milestoneShape, (tx, { params, body }, { roots }) => setMilestone(tx, { ...body, ...params }, roots)),
  writes(shapes.baselineShape, (tx, { params, body }, { roots }) => freezeBaseline(tx, { ...body, ...params }, roots)),
  writes(shapes.judgementShape, (tx, { params, body }, { roots }) => judge(tx, { ...body, ...params }, roots)),
  writes(shapes.excuseShape, (tx, { params, body }, { roots }) => excuse(tx, { ...body, ...params }, roots)),
  writes(shapes.codeShape, (tx, { params, body }, { roots }) => addCode(tx, { ...body, ...params }, roots)),
  writes(shapes.contactShape, (tx, { params, body }, { roots }) => recordContact(tx, { ...body, ...params }, roots)),
  writes(shapes.photosShape, (tx, { params, body }, { roots }) => putPhotos(tx, { ...body, ...params }, roots)),
  reads(shapes.recordsShape, (tx, { params }, { roots }) => recordsOf(tx, params.code, roots)),
]
