import { type Request, type Route, reads, writes } from '#kernel/http/route.ts'
import { calendarBehind, makeCalendarLink } from './calendar.ts'
import { oc4idsExtension } from './oc4ids-extension.ts'
import { oc4idsPackage } from './oc4ids-package.ts'
import * as shapes from './shapes.ts'

const json = 'application/json; charset=utf-8'
const baseOf = (raw: Request['raw']) => `${raw.protocol}://${raw.host}`

export const openRoutes: readonly Route[] = [
  reads(shapes.packageShape, async (tx, _asked, { raw }) => ({
    name: 'oc4ids.json',
    type: json,
    inline: true,
    content: JSON.stringify(await oc4idsPackage(tx, baseOf(raw))),
  })),
  reads(shapes.extensionShape, async () => ({
    name: 'oc4ids-extension.json',
    type: json,
    inline: true,
    content: JSON.stringify(oc4idsExtension),
  })),
  writes(shapes.calendarLinkShape, (tx) => makeCalendarLink(tx)),
  reads(shapes.calendarShape, async (tx, { params, query }, { locale, raw }) => ({
    name: 'milestones.ics',
    type: 'text/calendar; charset=utf-8',
    inline: true,
    content: await calendarBehind(tx, params.token.replace(/\.ics$/, ''), {
      locale: query.language ?? locale,
      base: baseOf(raw),
    }),
  })),
]
