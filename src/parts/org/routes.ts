import type { Tx } from '#kernel/db/work.ts'
import { type Route, reads, works, writes } from '#kernel/http/route.ts'
import { say, type Words } from '#kernel/i18n/words.ts'
import { dayOf } from './days.ts'
import { addPerson, leavePerson, movePerson, readPhone } from './people.ts'
import { importPeopleFile, peopleTemplate } from './people-file.ts'
import { personWithHistory, searchPeople } from './people-queries.ts'
import type { RejectedLine } from './people-rows.ts'
import { keepInside, unitsUnder, unitTreeInScope, unitWithHistory } from './queries.ts'
import { checkDay } from './rules.ts'
import * as shapes from './shapes.ts'
import { refusals } from './texts.ts'
import { addUnit, closeUnit, moveUnit, renameUnit } from './units.ts'

const unitRoutes: Route[] = [
  reads(shapes.unitTreeShape, async (tx, { query }, { roots }) => {
    const on = checkDay(query.on ?? dayOf(tx.now))
    return { on, units: await unitTreeInScope(tx, on, roots) }
  }),
  writes(shapes.addUnitShape, async (tx, { body }, { roots }) => {
    await keepInside(tx, body.parent, roots)
    await addUnit(tx, body)
    return { code: body.code }
  }),
  reads(shapes.unitShape, async (tx, { params }, { roots }) => {
    const unit = await unitWithHistory(tx, params.code)
    await keepInside(tx, params.code, roots)
    return unit
  }),
  writes(shapes.moveUnitShape, async (tx, { params, body }, { roots }) => {
    await keepInside(tx, params.code, roots)
    await keepInside(tx, body.parent, roots)
    return { changed: await moveUnit(tx, { ...params, ...body }) }
  }),
  writes(shapes.renameUnitShape, async (tx, { params, body }, { roots }) => {
    await keepInside(tx, params.code, roots)
    return { changed: await renameUnit(tx, { ...params, ...body }) }
  }),
  writes(shapes.closeUnitShape, async (tx, { params, body }, { roots }) => {
    await keepInside(tx, params.code, roots)
    await closeUnit(tx, { ...params, ...body })
    return { changed: true }
  }),
]

const peopleRoutes: Route[] = [
  reads(shapes.peopleShape, async (tx, { query }, { roots }) => {
    const allowed = await unitsUnder(tx, roots)
    if (query.unit !== undefined) await keepInside(tx, query.unit, roots)
    const below = query.unit === undefined ? allowed : await unitsUnder(tx, [query.unit])
    const { q, left, page, size } = query
    return searchPeople(tx, { query: q, units: below, withLeft: left === 'yes', page, size })
  }),
  writes(shapes.addPersonShape, async (tx, { body }, { roots }) => {
    await keepInside(tx, body.unit, roots)
    return { id: await addPerson(tx, body) }
  }),
  reads(shapes.personShape, (tx, { params }, { roots }) => personInside(tx, params.id, roots)),
  writes(shapes.movePersonShape, async (tx, { params, body }, { roots }) => {
    await personInside(tx, params.id, roots)
    await keepInside(tx, body.unit, roots)
    return { changed: await movePerson(tx, { ...params, ...body }) }
  }),
  writes(shapes.leavePersonShape, async (tx, { params, body }, { roots }) => {
    await personInside(tx, params.id, roots)
    await leavePerson(tx, { ...params, ...body })
    return { changed: true }
  }),
  writes(shapes.phoneReadingShape, async (tx, { params, body }, { roots }) => {
    await personInside(tx, params.id, roots)
    return { phone: await readPhone(tx, { ...params, ...body }) }
  }),
  works(shapes.importPeopleShape, async (work, { query }, { file, roots }) => {
    const imported = await importPeopleFile(work, file!.stream, { on: query.on, roots })
    return { ...imported, headings: [...imported.headings], rejected: imported.rejected.map(inWords) }
  }),
  reads(shapes.peopleTemplateShape, () => peopleTemplate()),
]

async function personInside(tx: Tx, id: string, roots: readonly string[]): Promise<shapes.PersonDetail> {
  const person = await personWithHistory(tx, id)
  await keepInside(tx, person.unit.code, roots)
  return person
}

function inWords({ line, cells, code, details }: RejectedLine): shapes.RejectedRow {
  const text = refusals[code]!
  const both = (words: Words): Words => ({ zh: say(words, 'zh', details), en: say(words, 'en', details) })
  return { line, cells: [...cells], code, problem: both(text.problem), cure: both(text.cure) }
}

export const routes: readonly Route[] = [...unitRoutes, ...peopleRoutes]
