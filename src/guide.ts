import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { works } from '#kernel/http/route.ts'
import { refuse } from '#kernel/refusal.ts'
import { programFolder } from './house.ts'

const guidePage = endpoint({
  method: 'GET',
  path: '/api/guide/:locale/:page',
  permission: 'public',
  summary: { zh: '用户手册的一页', en: 'One page of the user guide' },
  params: z.object({ locale: z.enum(['zh', 'en']), page: z.string().regex(/^[a-z-]{1,40}$/) }),
  reply: z.object({ page: z.string(), markdown: z.string() }),
})

/** The user guide of `docs/guide`, for the help that opens beside a page. */
export const guideRoutes = [
  works(guidePage, async (_work, { params }) => {
    const file = path.join(programFolder, 'docs/guide', params.locale, `${params.page}.md`)
    if (!existsSync(file)) refuse('kernel/not-found', { path: `${params.locale}/${params.page}` }, 404)
    return { page: params.page, markdown: readFileSync(file, 'utf8') }
  }),
]
