import type { AcrossCheck } from '#parts/ledgers/across.ts'
import type { Check } from '#parts/ledgers/ledger.ts'
import { gateOf, gateWords, isEvidence } from './stage-machine.ts'
import { type EvidenceKind, type Stage, stageOrder } from './words.ts'

interface StageRow {
  stage: Stage
  evidenceKind: EvidenceKind | null
  evidence: string | null
}

/** A project passes a gate with its evidence, in a file as on the page. */
export const evidenceOfGate: Check<StageRow> = {
  name: 'gate-without-evidence',
  severity: 'reject',
  column: 'evidence',
  passes: ({ stage, evidenceKind, evidence }) => isEvidence(stage, evidenceKind, evidence),
  details: ({ stage }) => ({ needs: gateWords(stage).zh, needsEn: gateWords(stage).en, count: gateOf(stage).length }),
  meaning: { zh: '这一阶段要有凭据：{needs}', en: 'This stage asks for evidence: {needsEn}' },
  cure: { zh: '请填凭据种类和内容（{needs}）', en: 'Give the kind and the content of the evidence ({needsEn})' },
}

const order = `array[${stageOrder.map((stage) => `'${stage}'`).join(', ')}]`

/** Warns of a stage dated before one that comes earlier. */
export const stagesInOrder: AcrossCheck = {
  name: 'stage-out-of-order',
  severity: 'warn',
  meaning: {
    zh: '{project} 的这一阶段记在 {day}，但更早的阶段记在 {otherDay}',
    en: 'This stage of {project} is dated {day}, while an earlier stage is dated {otherDay}',
  },
  cure: {
    zh: '已导入；请核对两行的日期，或是否填错了阶段',
    en: 'It is in; see to the days of both rows, or whether one names the wrong stage',
  },
  sql: `select own.project, own.stage, jsonb_build_object('project', own.project, 'day', own.reached_on, 'otherDay', max(other.reached_on)) as details
    from ledger_projects_project_stages own join ledger_projects_project_stages other on other.project = own.project
      and array_position(${order}, other.stage::text) < array_position(${order}, own.stage::text) and other.reached_on > own.reached_on
    where own.batch_id = $1 group by own.project, own.stage, own.reached_on`,
}

/** Warns of rows whose project is not in the register (yet): they count, and no page shows them. A zone without a register is not warned. */
export function unregistered(table: string, key: string): AcrossCheck {
  return {
    name: 'project-unregistered',
    severity: 'warn',
    meaning: { zh: '项目库里没有编号 {project}', en: 'There is no project {project} in the register' },
    cure: {
      zh: '已导入；请先在“重大项目”台账登记该编号，或更正编号',
      en: 'It is in; register that code among the major projects, or correct it',
    },
    sql: `select ${key}, jsonb_build_object('project', own.project) as details from ${table} own
      where own.batch_id = $1 and not exists (select from ledger_projects_projects known where known.code = own.project)
        and exists (select from ledger_projects_projects)`,
  }
}
