import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { LightRuleShape } from '../register/light-rule-shape.ts'
import { Day, Light } from './plain-shapes.ts'

const Lights = z.record(Light, z.int())

export const rulesShape = endpoint({
  method: 'GET',
  path: '/api/projects/sight/rules',
  permission: 'projects/read',
  summary: {
    zh: '红黄绿灯规则：各版本的界限，以及换一版会有哪些项目变灯',
    en: 'The rules of the lights: limits of each version, and which projects would change colour by another',
  },
  reply: z.object({
    day: Day,
    /** the version in force; null where none has begun */
    inForce: z.string().nullable(),
    rules: z.array(
      z.object({
        rule: LightRuleShape,
        /** what the projects after signing would be by it today */
        lights: Lights,
        changed: z.array(z.object({ code: z.string(), name: z.string(), now: Light, other: Light })),
      }),
    ),
  }),
})
