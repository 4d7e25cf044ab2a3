import { zipSync } from 'fflate'
import { unpacked } from './unpack.ts'

/**
 * A Word file whose bytes depend on its content alone: the moment of writing gives way to the bulletin's, the identifiers that the
 * writer draws at random are numbered in their order, and the zip bears one date.
 */
export async function steadyDocx(bytes: Buffer, at: string): Promise<Uint8Array> {
  const files = await unpacked(bytes, 'docx')
  const names = new Map<string, string>()
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [name, content] of entries) {
    if (!/\.(xml|rels)$/.test(name)) continue
    const text = content.toString('utf8')
    // docx names its links `rId` and twenty-one characters drawn at random.
    const steady = text.replaceAll(/\brId[\w-]{21}(?![\w-])/g, (id) => {
      if (!names.has(id)) names.set(id, `rIdLink${names.size + 1}`)
      return names.get(id)!
    })
    files.set(name, Buffer.from(name === 'docProps/core.xml' ? dated(steady, at) : steady))
  }
  const sorted = entries.map(([name]) => [name, files.get(name)!] as const)
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(1980, 0, 1), os: 3 })
}

const dated = (core: string, at: string) =>
  core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.replace(/\.\d+/, '')}`)
