import type { Dialect, ProblemDetails } from '#kernel/http/problems.ts'
import { type Format, mediaTypes, printed } from './spark.ts'

/**
 * Problems below /open311/ as GeoReport v2 has them: 404 for what is not there, 403 for a key that does not open, 400 for anything else
 * that was asked wrong; the description is for users.
 */
export const open311Dialect: Dialect = {
  under: '/open311/',
  tell: (problem, url) => {
    const format = formatIn(url)
    const status = statusOf(problem)
    return {
      status,
      type: mediaTypes[format],
      content: printed(format, 'errors', [{ code: status, description: descriptionOf(problem) }]),
    }
  },
}

/** XML is what every service has to speak: it answers wherever no other format is named. */
function formatIn(url: string): Format {
  return /\.json$/i.test(url.split('?')[0] ?? '') ? 'json' : 'xml'
}

function statusOf({ status }: ProblemDetails): number {
  if (status === 401 || status === 403) return 403
  return status === 404 || status === 429 || status >= 500 ? status : 400
}

function descriptionOf({ detail, cure, code }: ProblemDetails): string {
  return [detail || code, cure].filter(Boolean).join(' ')
}
