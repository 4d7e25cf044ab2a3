import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

export const packageShape = endpoint({
  method: 'GET',
  path: '/api/open/projects/oc4ids.json',
  permission: 'public',
  open: { seconds: 300 },
  summary: { zh: '已签约的重大项目（OC4IDS 0.9.5）', en: 'Signed projects as an OC4IDS 0.9.5 package' },
  reply: 'file',
})

export const extensionShape = endpoint({
  method: 'GET',
  path: '/api/open/projects/oc4ids-extension.json',
  permission: 'public',
  open: { seconds: 3600 },
  summary: { zh: '灯和问题：OC4IDS 扩展的说明', en: 'Lights and problems: the extension of OC4IDS' },
  reply: 'file',
})

export const calendarLinkShape = endpoint({
  method: 'POST',
  path: '/api/projects/calendar-link',
  permission: 'signed-in',
  summary: { zh: '生成我的节点日历地址', en: 'Make my address of the milestone calendar' },
  reply: z.object({ token: z.string() }),
})

export const calendarShape = endpoint({
  method: 'GET',
  path: '/api/open/projects/calendar/:token',
  permission: 'public',
  perMinute: 60,
  summary: { zh: '节点日历（iCalendar）', en: 'Milestone calendar (iCalendar)' },
  params: z.object({ token: z.string().min(1).max(80) }),
  query: z.object({ language: z.enum(['zh', 'en']).optional() }),
  reply: 'file',
})
