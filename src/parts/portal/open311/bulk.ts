import type { Tx } from '#kernel/db/work.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { refuse } from '#kernel/refusal.ts'
import { behind } from '#kernel/zone-clock.ts'
import { type PublicMatter, publicMatters } from './public-matters.ts'
import { momentOf, type Reader, requestFrom } from './requests.ts'
import { mediaTypes, printed } from './spark.ts'
import { extendedStatus } from './status.ts'

const fields = [
  ...[
    'service_request_id',
    'requested_datetime',
    'updated_datetime',
    'closed_date',
    'status_description',
    'status_notes',
  ],
  ...['source', 'service_name', 'service_subtype', 'description', 'agency_responsible', 'address', 'lat', 'long'],
] as const

type Line = Record<(typeof fields)[number], string | number | null>

/**
 * Every public request of a month by the fields of GeoReport bulk, as CSV, XML or JSON. A month is one of the calendar that programs
 * outside live on. Refuses `portal/open311-month` (404).
 */
export async function bulkOf(tx: Tx, file: string, { locale }: Reader): Promise<FileAnswer> {
  const [, month, form] = /^(\d{4}-(?:0[1-9]|1[0-2]))\.(csv|xml|json)$/.exec(file) ?? []
  if (month === undefined) return refuse('portal/open311-month', {}, 404)
  const late = await behind(tx)
  const [from, after] = [0, 1].map((months) => monthFrom(month, months) - late)
  const matters = await publicMatters(tx, {
    where: ['m.opened_at >= $3 and m.opened_at < $4'],
    values: [new Date(from!), new Date(after!)],
    order: 'm.opened_at, m.id',
    limit: 1_000_000,
  })
  const lines = matters.map((matter) => lineOf(matter, late, locale))
  const name = `requests-${month}.${form}`
  if (form === 'csv') return { name, type: 'text/csv; charset=utf-8', content: `﻿${csvOf(lines)}` }
  return { name, type: mediaTypes[form as 'json' | 'xml'], content: printed(form as 'json' | 'xml', 'requests', lines) }
}

/** The first moment of a month in Asia/Shanghai, or of one after it. */
const monthFrom = (month: string, later: number) =>
  Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + later, 1) - 8 * 3_600_000

function lineOf(matter: PublicMatter, late: number, locale: 'zh' | 'en'): Line {
  const request = requestFrom(matter, { locale, late })
  return {
    ...{ service_request_id: request.service_request_id, requested_datetime: request.requested_datetime },
    ...{
      updated_datetime: request.updated_datetime,
      closed_date: matter.closedAt === null ? '' : momentOf(matter.closedAt, late),
    },
    ...{ status_description: extendedStatus(matter), status_notes: request.status_notes, source: matter.source },
    ...{ service_name: request.service_name, service_subtype: request.service_code, description: request.description },
    ...{
      agency_responsible: request.agency_responsible,
      address: request.address,
      lat: request.lat,
      long: request.long,
    },
  }
}

function csvOf(lines: readonly Line[]): string {
  const rows = [[...fields], ...lines.map((line) => fields.map((field) => cell(line[field])))]
  return rows.map((row) => `${row.join(',')}\r\n`).join('')
}

/** Quoted where it must be; words that a spreadsheet would run as a formula begin with an apostrophe. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
