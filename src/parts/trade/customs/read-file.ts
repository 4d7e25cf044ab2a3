import type { Readable } from 'node:stream'
import { spoolFile } from '#kernel/files/spool.ts'
import { type MessageRead, readMessages } from '../ceb/message-files.ts'
import type { Edition } from '../ceb/schema.ts'
import type { DepartureGroup, MessagesRead } from './message-shapes.ts'

const shown = 200

/**
 * Reads an uploaded message, or a zip of them, and receives nothing: what is in it and each departure from the specification, alike ones
 * together. Refuses what `readMessages` and `spoolFile` refuse.
 */
export async function readFile(file: { name: string; stream: Readable }, edition?: Edition): Promise<MessagesRead> {
  const spooled = await spoolFile(file.stream)
  const counts = { messages: 0, documents: 0, departed: 0, broken: 0 }
  const groups = new Map<string, DepartureGroup>()
  const read: MessagesRead['read'] = []
  try {
    for await (const message of readMessages({ path: spooled.path, name: file.name }, () => ({ edition }))) {
      const { reading } = message
      counts.messages += 1
      counts.documents += reading.documents
      counts.departed += reading.departed
      if (reading.broken) counts.broken += 1
      if (read.length < shown) read.push(shownOf(message))
      group(groups, message)
    }
  } finally {
    await spooled.remove()
  }
  const alike = [...groups.values()].toSorted((a, b) => b.times - a.times).slice(0, shown)
  return { name: file.name, ...counts, read, groups: alike }
}

function shownOf({ name, reading }: MessageRead): MessagesRead['read'][number] {
  const { type, edition, documents, departed, broken, signed } = reading
  return { name, number: type?.number ?? null, edition, flow: type?.flow ?? null, documents, departed, broken, signed }
}

function group(groups: Map<string, DepartureGroup>, { name, reading }: MessageRead): void {
  for (const departure of reading.departures) {
    const key = `${departure.code} ${departure.path.replaceAll(/\[\d+\]/g, '')}`
    const known = groups.get(key)
    if (known) known.times += 1
    else groups.set(key, { times: 1, first: departure, message: name })
  }
}
