import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** `/healthz` (the process lives), `/readyz` (the database answers), `/metrics` (Prometheus text). */
export function registerHealth(app: FastifyInstance, pool: pg.Pool): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'jingkai_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1000)
  })
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await pool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database-away' })
  })
  app.get('/metrics', { config: { rateLimit: false } }, async (request, reply) => {
    if (!isLoopback(request.ip)) return reply.code(403).send({ status: 'loopback-only' })
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** Metrics name routes and loads; they are for the machine's own monitor, not for the network. */
const isLoopback = (address: string) => /^(127\.|::1$|::ffff:127\.)/.test(address)
