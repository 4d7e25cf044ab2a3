import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { createAccess } from '#kernel/access/access.ts'
import { accessRoutes } from '#kernel/access/routes.ts'
import { auditRoutes } from '#kernel/audit/routes.ts'
import { buildApp } from '#kernel/http/app.ts'
import type { Route } from '#kernel/http/route.ts'
import { createJobs, type Jobs } from '#kernel/jobs/jobs.ts'
import { jobRoutes } from '#kernel/jobs/routes.ts'
import { kernelJobs } from '#kernel/kernel-jobs.ts'
import { loggerOptions } from '#kernel/log.ts'
import { photoRoutes } from '#kernel/photos/routes.ts'
import { accessFrame } from './frame.ts'
import { guideRoutes } from './guide.ts'
import { type House, programFolder } from './house.ts'
import { mapRoutes } from './map.ts'
import { searchRoutes } from './search.ts'

export interface Server {
  app: FastifyInstance
  jobs: Jobs
  /** finishes the requests and the job in hand, then lets go */
  stop(): Promise<void>
}

/** Every route of the product: the kernel's, the shell's and those of the parts. */
export function routesOf(house: House): Route[] {
  return [
    ...accessRoutes(house.permissions, accessFrame(house.config)),
    ...auditRoutes(house.config.dataFolder),
    ...jobRoutes(house.parts, kernelJobs(house.config.dataFolder)),
    ...photoRoutes,
    ...guideRoutes,
    ...mapRoutes(house.config),
    ...searchRoutes(house.parts),
    ...house.parts.flatMap((part) => part.routes ?? []),
  ]
}

/** Builds the HTTP application and the jobs on an open house; `listen` is the caller's. */
export async function buildServer(
  house: House,
  options: { quiet?: boolean; checkReplies?: boolean; requestsPerMinute?: number } = {},
): Promise<Server> {
  const { config, pool } = house
  const access = createAccess({ pool, config })
  const jobs = createJobs({
    connectionString: house.connectionString,
    parts: house.parts,
    kernel: kernelJobs(config.dataFolder),
    workAs: (actor) => house.workAs(actor),
  })
  const app = await buildApp({
    routes: routesOf(house),
    permissions: house.permissions,
    texts: house.texts,
    dialects: house.parts.flatMap((part) => part.dialects ?? []),
    pool,
    signIn: (instance) => access.signIn(instance),
    actorOf: (request) => access.behind(request),
    workOf: (actor, requestId) => house.workAs(actor, requestId),
    origins: [config.url],
    checkReplies: options.checkReplies ?? false,
    tiles: config.tiles,
    pagesFolder: path.join(programFolder, 'dist/web'),
    logger: options.quiet ? false : loggerOptions(config),
    title: 'Jingkai 经开',
    requestsPerMinute: options.requestsPerMinute ?? 6000,
  })
  const stop = async () => {
    await app.close()
    await jobs.stop()
  }
  return { app, jobs, stop }
}
