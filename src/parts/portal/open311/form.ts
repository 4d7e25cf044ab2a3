import { type Permission, rootsFor } from '#kernel/access/actor.ts'
import { programWith } from '#kernel/access/program-keys.ts'
import type { Work } from '#kernel/db/work.ts'
import { refuseUnkeptText } from '#kernel/http/kept-text.ts'
import type { Request } from '#kernel/http/route.ts'
import { type Examined, examinePhoto, photoBytes } from '#kernel/photos/photos.ts'
import { refuse } from '#kernel/refusal.ts'
import { type Arguments, argument } from './asked.ts'

/** What a key has to open for a program to report through it. */
export const reportThrough = 'portal/report-through'
export const reportThroughPermission: Permission = {
  words: { zh: '以密钥接入 Open311 提交事项', en: 'Let a program report through Open311 by a key' },
  roles: ['clerk', 'reviewer', 'lead'],
}

const MOST_PHOTOS = 4

export interface Form {
  asked: Arguments
  photos: Examined[]
  key: string | undefined
}

/** The fields of a form, those of the address among them, and the photos that came with it. */
export async function formOf({ raw }: Request): Promise<Form> {
  const asked: Record<string, unknown> = { ...(raw.query as object) }
  const photos: Examined[] = []
  if (raw.isMultipart()) {
    for await (const part of raw.parts({ limits: { files: MOST_PHOTOS } })) {
      if (part.type === 'file') photos.push(await examinePhoto(await photoBytes(part.file, raw.raw)))
      else asked[part.fieldname] = [asked[part.fieldname] ?? [], String(part.value)].flat()
    }
  } else Object.assign(asked, raw.body)
  for (const [name, value] of Object.entries(asked)) if (typeof value === 'number') asked[name] = String(value)
  refuseUnkeptText('form', asked)
  return { asked, photos, key: keyOf(raw.headers['idempotency-key']) }
}

/** Works as the program whose key came along; refuses `portal/open311-key` (403) for none, or one that does not open this. */
export async function asProgram(work: Work, asked: Arguments, authorization: string | undefined): Promise<Work> {
  const key = argument(asked, 'api_key')
  const program = await programWith(work.pool, key === undefined ? authorization : `Bearer ${key}`, work.now())
  const opens = program?.only.includes(reportThrough) && rootsFor(program, reportThroughPermission).length > 0
  if (!program || !opens) refuse('portal/open311-key', {}, 403)
  return { ...work, actor: program }
}

function keyOf(told: string | string[] | undefined): string | undefined {
  const key = [told].flat()[0]
  if (key !== undefined && !/^[\w-]{8,60}$/.test(key)) refuse('portal/open311-idempotency', {}, 400)
  return key
}
