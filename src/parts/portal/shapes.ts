import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { TreeShape } from '#parts/bulletins/document-shapes.ts'
import { Words } from '#parts/indicators/fact-shapes.ts'

/** Kept for a minute: what is closed or withdrawn is gone from everybody's screen soon after. */
export const open = { seconds: 60 }

/** An open code; anything else is not found, whatever it is inside. */
const Code = z.object({ code: z.string().max(200) })
const Id = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).catch(0) })
const Language = z.enum(['zh', 'en'])

const Freq = z.enum(['A', 'S', 'Q', 'M'])
const Measure = z.enum(['LEVEL', 'GROWTH', 'LEVEL_YTD', 'GROWTH_YTD'])
const Status = z.enum(['computed', 'provisional', 'accepted', 'locked'])

/** A period's figure: decimals are strings, growth has its own unit. */
const Latest = z.object({
  period: z.string(),
  value: z.string().nullable(),
  unit: z.string(),
  growth: z.string().nullable(),
  growthUnit: z.string(),
  status: Status,
})

const Listed = z.object({
  code: z.string(),
  name: Words,
  section: z.string(),
  betterWhen: z.enum(['higher', 'lower', 'neither']),
  latest: Latest.nullable(),
  /** of one frequency, oldest first; null is a gap */
  trend: z.array(z.object({ period: z.string(), value: z.string().nullable(), provisional: z.boolean() })),
})

const BulletinListed = z.object({
  id: z.int(),
  title: Words,
  period: z.string(),
  dated: z.string(),
  state: z.enum(['issued', 'withdrawn']),
})

export const openShape = endpoint({
  method: 'GET',
  path: '/api/open',
  permission: 'public',
  summary: { zh: '公开的指标和通报', en: 'Open figures and bulletins' },
  query: z.object({ q: z.string().max(60).optional() }),
  open,
  reply: z.object({
    zone: Words,
    /** the last day whose figures may be out */
    through: z.string(),
    sections: z.array(z.object({ code: z.string(), words: Words })),
    figures: z.array(Listed),
    bulletins: z.array(BulletinListed),
    /** how programs name the zone and its data */
    sdmx: z.object({ agency: z.string(), flow: z.string(), area: z.string() }),
  }),
})

const Observation = z.object({
  freq: Freq,
  period: z.string(),
  measure: Measure,
  value: z.string(),
  unit: z.string(),
  status: Status,
  /** since when this value has been the one shown */
  since: z.string(),
})

export const openFigureShape = endpoint({
  method: 'GET',
  path: '/api/open/figures/:code',
  permission: 'public',
  summary: { zh: '一个公开指标：定义、各期数据、修订', en: 'An open figure: definition, values, revisions' },
  params: Code,
  open,
  reply: Listed.extend({
    zone: Words,
    aliases: z.array(z.string()),
    unit: z.string(),
    basis: z.string(),
    source: Words,
    /** how it comes about, in words */
    made: Words,
    openedAt: z.string(),
    since: z.string(),
    observations: z.array(Observation),
    /** values shown earlier and replaced, the last first */
    revisions: z.array(
      z.object({
        freq: Freq,
        period: z.string(),
        measure: Measure,
        unit: z.string(),
        was: z.string().nullable(),
        now: z.string().nullable(),
        at: z.string(),
      }),
    ),
    /** for queries of programs: the codes of its SDMX series */
    sdmx: z.object({ flow: z.string(), area: z.string(), indicator: z.string() }),
  }),
})

export const openCsvShape = endpoint({
  method: 'GET',
  path: '/api/open/figures/:code.csv',
  permission: 'public',
  summary: { zh: '一个公开指标的全部数据（CSV）', en: 'All values of an open figure (CSV)' },
  params: Code,
  open,
  reply: 'file',
})

export const openCsvMetadataShape = endpoint({
  method: 'GET',
  path: '/api/open/figures/:code.csv-metadata.json',
  permission: 'public',
  summary: { zh: '该 CSV 的说明（CSVW）', en: 'What that CSV says (CSV on the Web)' },
  params: Code,
  open,
  reply: 'file',
})

export const openBulletinShape = endpoint({
  method: 'GET',
  path: '/api/open/bulletins/:id',
  permission: 'public',
  summary: { zh: '一份公开的通报；已撤回的只留说明', en: 'An open bulletin; of a withdrawn one what became of it' },
  params: Id,
  query: z.object({ language: Language.optional().catch(undefined) }),
  open,
  reply: BulletinListed.extend({
    zone: Words,
    sha256: z.string().nullable(),
    languages: z.array(Language),
    /** null once withdrawn */
    tree: TreeShape.nullable(),
    /** where printed figures lead: only to open ones */
    doors: z.array(z.object({ place: z.int(), code: z.string(), text: z.string() })),
    withdrawn: z.object({ at: z.string(), reason: z.string() }).nullable(),
  }),
})

export const openDocumentShape = endpoint({
  method: 'GET',
  path: '/api/open/bulletins/:id/document',
  permission: 'public',
  summary: { zh: '下载公开的通报', en: 'Download an open bulletin' },
  params: Id,
  query: z.object({
    format: z.enum(['docx', 'html', 'md']).catch('docx'),
    language: Language.optional().catch(undefined),
  }),
  open,
  reply: 'file',
})

export type OpenListed = z.output<typeof Listed>
export type OpenFigure = z.output<typeof openFigureShape.reply>
export type OpenList = z.output<typeof openShape.reply>
export type OpenBulletin = z.output<typeof openBulletinShape.reply>
export type OpenObservation = z.output<typeof Observation>
