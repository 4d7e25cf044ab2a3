import { Button } from 'antd'
import type { fieldTasks } from '#parts/matters/desk/field-shapes.ts'
import type { Reply } from '#web/client.ts'
import { T, useWords } from '#web/locale.tsx'
import { SimilarMatters } from '../SimilarMatters.tsx'
import type { Errand } from './errand.ts'
import { FieldPhotos } from './FieldPhotos.tsx'
import { makeErrand } from './make-errand.ts'
import { PlaceLine } from './PlaceLine.tsx'
import { useDraft } from './use-draft.ts'
import { usePlace } from './use-place.ts'

interface PatrolFormProps {
  categories: Reply<typeof fieldTasks>['categories']
  owner: string
  onDone: (errand: Errand) => Promise<void>
}

/** A finding of a patrol: what, where, a picture. Needs no network. */
export function PatrolForm({ categories, owner, onDone }: PatrolFormProps) {
  const t = useWords()
  const { draft, change, forget } = useDraft(`${owner} patrol`)
  const { fix, finding, again } = usePlace()
  if (!draft) return null
  const chosen = categories.find(({ code }) => code === draft.category)
  const place = fix && { longitude: fix.longitude, latitude: fix.latitude }
  const placed = place !== null || draft.address.trim().length >= 2
  const ready = chosen !== undefined && draft.words.trim().length >= 2 && placed
  const send = async () => {
    if (!chosen) return
    const body = {
      ...{ inflow: 'patrol', category: chosen.code, description: draft.words.trim() },
      ...{ address: draft.address.trim(), ...(place ? { place } : {}) },
    }
    const title = t({ zh: '巡查上报 · {name}', en: 'Patrol · {name}' }, { name: t(chosen.name) })
    await onDone(await makeErrand({ owner, title, deed: 'open', body, files: draft.files, kind: 'near' }))
    await forget()
  }
  return (
    <section className="field-task">
      <CategoryField categories={categories} value={draft.category} onChange={(category) => change({ category })} />
      <FieldPhotos
        label={t({ zh: '现场照片', en: 'Photos of the place' })}
        files={draft.files}
        most={4}
        onChange={(files) => change({ files })}
      />
      <label className="field-words">
        <T zh="情况（必填）" en="What is the matter (required)" />
        <textarea
          rows={3}
          maxLength={4000}
          value={draft.words}
          onChange={(event) => change({ words: event.target.value })}
        />
      </label>
      <label className="field-words">
        <T zh="地址或方位（没有定位时必填）" en="Address (required without a position)" />
        <input
          className="plain-field"
          maxLength={300}
          value={draft.address}
          onChange={(event) => change({ address: event.target.value })}
        />
      </label>
      <PlaceLine fix={fix} finding={finding} again={again} />
      <SimilarMatters category={draft.category || undefined} place={place} />
      <Button type="primary" size="large" block disabled={!ready} onClick={() => void send()}>
        <T zh="保存并发送" en="Save and send" />
      </Button>
    </section>
  )
}

function CategoryField({
  categories,
  value,
  onChange,
}: {
  categories: PatrolFormProps['categories']
  value: string
  onChange: (code: string) => void
}) {
  const t = useWords()
  const majors = [...new Set(categories.map(({ major }) => t(major)))]
  return (
    <label className="field-words">
      <T zh="类别（必填）" en="Category (required)" />
      <select className="plain-field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t({ zh: '请选择', en: 'Please choose' })}</option>
        {majors.map((major) => (
          <optgroup key={major} label={major}>
            {categories
              .filter((one) => t(one.major) === major)
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {t(name)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}
