import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { customsFiles } from './customs.ts'
import { zoneFiles } from './zone-files.ts'

/** `node bench/make-zone/make-zone.ts` writes the demonstration zone's synthetic records, submissions, people and accounts. */
const zone = path.join(import.meta.dirname, '..', '..', 'zones', 'zhengzhou-2018')

for (const [name, text] of zoneFiles(readFileSync(path.join(zone, 'units.csv'), 'utf8'))) {
  const file = path.join(zone, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`${name}  ${text.split('\n').length - 2} rows, ${text.length} characters`)
}

for (const [name, content] of customsFiles()) {
  mkdirSync(path.dirname(path.join(zone, name)), { recursive: true })
  writeFileSync(path.join(zone, name), content)
  console.log(`${name}  ${content.length} bytes`)
}
