import type { MultipartValue } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../refusal.ts'
import type { Request } from './route.ts'

/** The one file of a form upload as a stream; the form's other fields must come before it. */
export async function uploadedFile(raw: FastifyRequest): Promise<NonNullable<Request['file']>> {
  if (!raw.isMultipart()) refuse('kernel/file-expected', {}, 400)
  const part = await raw.file()
  if (!part) refuse('kernel/file-expected', {}, 400)
  const fields: Record<string, string> = {}
  for (const [name, field] of Object.entries(part.fields)) {
    const value = field as MultipartValue<unknown> | undefined
    if (value?.type === 'field' && typeof value.value === 'string') fields[name] = value.value
  }
  // A file may break before anybody reads it: heard here so that it ends the request, not the process.
  part.file.on('error', () => {})
  // An upload that drops half-way ends the request, not the file: tell the reader of the file.
  raw.raw.once('aborted', () => part.file.destroy(new Error('upload cut')))
  return { name: part.filename, stream: part.file, fields }
}
