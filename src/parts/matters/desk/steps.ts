import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { photosOf } from '#kernel/photos/photos.ts'
import { metresBetween, type Place } from '#kernel/place.ts'
import { deeds } from '../engine/deeds.ts'
import { type Matter, photosOfMatter, type Step, stepsOf } from '../engine/engine.ts'
import type { StepShown } from './matter-shapes.ts'
import type { UnitOf } from './rows.ts'

/** Every step with its photos, how far from the matter the person stood, and what the deed said besides its words. */
export async function stepsShown(tx: Tx, matter: Matter, unit: UnitOf): Promise<StepShown[]> {
  const steps = await stepsOf(tx, matter.id)
  const kept = await photosOfMatter(tx, matter.id)
  const photos = await photosOf(tx, [...new Set(kept.map(({ photo }) => photo))])
  const known = new Map(photos.map((photo) => [photo.id, photo]))
  return steps.map((step) => {
    const place = (step.said['place'] as Place | undefined) ?? null
    return {
      ...{ version: step.version, deed: step.deed, words: step.deed === 'open' ? opened : deeds[step.deed].words },
      ...{ fromState: step.fromState, toState: step.toState, toUnit: unit(step.toUnit) },
      fromUnit: step.fromUnit === null ? null : unit(step.fromUnit),
      ...{ reason: step.reason, said: step.words, told: step.told, facts: factsOf(step, unit), place },
      metres: place && matter.longitude !== null && matter.latitude !== null ? metresFrom(matter, place) : null,
      ...{ at: step.at.toISOString(), by: step.byName },
      photos: kept
        .filter(({ version }) => version === step.version)
        .map(({ photo, kind }) => ({
          ...{ id: photo, kind, takenAt: known.get(photo)?.takenAt ?? null, place: known.get(photo)?.place ?? null },
        })),
    }
  })
}

const opened: Words = { zh: '上报', en: 'Reported' }

function metresFrom({ longitude, latitude }: Matter, place: Place): number {
  return Math.round(metresBetween({ longitude: longitude!, latitude: latitude! }, place))
}

const grounds: Record<string, Words> = {
  'not-found': { zh: '现场未发现', en: 'Not found on the spot' },
  outside: { zh: '不属本区职责', en: 'Not the duty of this zone' },
  referred: { zh: '已转其他单位', en: 'Referred to another body' },
  insufficient: { zh: '信息不足', en: 'Too little is known' },
  duplicate: { zh: '重复反映', en: 'Reported before' },
}
const yes: Words = { zh: '是', en: 'Yes' }
const no: Words = { zh: '否', en: 'No' }

/** What a deed said besides words, place and photos, for people. */
function factsOf({ deed, said }: Step, unit: UnitOf): StepShown['facts'] {
  const plain = (value: unknown): Words => ({ zh: String(value), en: String(value) })
  const known: Record<string, { name: Words; value: (value: unknown) => Words }> = {
    unit: { name: { zh: '派往', en: 'Sent to' }, value: (value) => unit(String(value)).name },
    ground: { name: { zh: '理由', en: 'Ground' }, value: (value) => grounds[String(value)] ?? plain(value) },
    until: { name: { zh: '至', en: 'Until' }, value: plain },
    on: { name: { zh: '承诺日期', en: 'Promised day' }, value: plain },
    into: { name: { zh: '并入', en: 'Merged into' }, value: plain },
    category: { name: { zh: '类别改为', en: 'Category now' }, value: plain },
    title: { name: { zh: '标题改为', en: 'Title now' }, value: plain },
    address: { name: { zh: '地址改为', en: 'Address now' }, value: plain },
    toldAt: { name: { zh: '手机时间', en: 'Time on the phone' }, value: plain },
    found: { name: { zh: '属实', en: 'It is so' }, value: (value) => (value ? yes : no) },
    passed: { name: { zh: '通过', en: 'Passed' }, value: (value) => (value ? yes : no) },
    granted: { name: { zh: '同意', en: 'Granted' }, value: (value) => (value ? yes : no) },
  }
  return Object.entries(said).flatMap(([key, value]) => {
    const fact = known[key]
    return fact && value !== null && !(deed === 'open' && key === 'category')
      ? [{ name: fact.name, value: fact.value(value) }]
      : []
  })
}
