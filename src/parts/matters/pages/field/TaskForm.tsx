import { Button } from 'antd'
import type { FieldTask } from '#parts/matters/desk/field-shapes.ts'
import { PhotoStrip } from '#web/kit/PhotoStrip.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { MatterClock } from '../MatterClock.tsx'
import { photoWords } from '../matter-words.ts'
import type { Errand } from './errand.ts'
import { FieldPhotos } from './FieldPhotos.tsx'
import { makeErrand } from './make-errand.ts'
import { PlaceLine } from './PlaceLine.tsx'
import { useDraft } from './use-draft.ts'
import { usePlace } from './use-place.ts'

const verdicts: Record<FieldTask['deed'], { yes: Words; no: Words; photos: Words }> = {
  verify: {
    yes: { zh: '属实', en: 'It is so' },
    no: { zh: '不属实', en: 'It is not so' },
    photos: { zh: '现场照片', en: 'Photos of the place' },
  },
  check: {
    yes: { zh: '已整改，通过', en: 'Mended: it passes' },
    no: { zh: '未整改，返工', en: 'Not mended: do it again' },
    photos: { zh: '处置后照片', en: 'Photos of how it is now' },
  },
}

interface TaskFormProps {
  task: FieldTask
  owner: string
  now: string
  onDone: (errand: Errand) => Promise<void>
  onBack: () => void
}

/** One task on the spot: what it was, what it must be now, the verdict, the pictures. Kept on the phone with every stroke. */
export function TaskForm({ task, owner, now, onDone, onBack }: TaskFormProps) {
  const t = useWords()
  const { draft, change, forget } = useDraft(`${owner} ${task.number}`)
  const { fix, finding, again } = usePlace()
  if (!draft) return null
  const { yes, no, photos } = verdicts[task.deed]
  const ready = draft.verdict !== null && draft.words.trim().length >= 2
  const send = async () => {
    const said = task.deed === 'verify' ? { found: draft.verdict } : { passed: draft.verdict }
    const place = fix && { longitude: fix.longitude, latitude: fix.latitude }
    const toldAt = new Date().toISOString()
    const body = { ...said, words: draft.words.trim(), seen: task.version, toldAt, ...(place ? { place } : {}) }
    const title = `${t(draft.verdict ? yes : no)} · ${task.title}`
    const kind = task.deed === 'verify' ? 'before' : 'after'
    await onDone(
      await makeErrand({ owner, title, deed: task.deed, number: task.number, body, files: draft.files, kind }),
    )
    await forget()
  }
  return (
    <section className="field-task" aria-label={task.title}>
      <button type="button" className="plain-link field-back" onClick={onBack}>
        ‹ <T zh="全部任务" en="All tasks" />
      </button>
      <TaskFacts task={task} now={now} />
      <fieldset className="field-verdict">
        <legend>
          {task.deed === 'verify' ? <T zh="现场核实" en="On the spot" /> : <T zh="现场核查" en="On the spot" />}
        </legend>
        {([true, false] as const).map((value) => (
          <label key={String(value)} data-state={value ? 'on' : 'behind'}>
            <input
              type="radio"
              name="verdict"
              checked={draft.verdict === value}
              onChange={() => change({ verdict: value })}
            />
            {t(value ? yes : no)}
          </label>
        ))}
      </fieldset>
      <FieldPhotos label={t(photos)} files={draft.files} most={4} onChange={(files) => change({ files })} />
      <label className="field-words">
        <T zh="现场情况（必填）" en="What you see (required)" />
        <textarea
          rows={3}
          maxLength={2000}
          value={draft.words}
          onChange={(event) => change({ words: event.target.value })}
        />
      </label>
      <PlaceLine fix={fix} finding={finding} again={again} from={placeOf(task)} />
      <Button type="primary" size="large" block disabled={!ready} onClick={() => void send()}>
        <T zh="保存并发送" en="Save and send" />
      </Button>
    </section>
  )
}

const placeOf = ({ longitude, latitude }: FieldTask) =>
  longitude === null || latitude === null ? null : { longitude, latitude }

function TaskFacts({ task, now }: { task: FieldTask; now: string }) {
  const t = useWords()
  const place = placeOf(task)
  const before = task.photos.filter(({ kind }) => kind !== 'after')
  const after = task.photos.filter(({ kind }) => kind === 'after')
  const strip = (photos: FieldTask['photos']) =>
    photos.map(({ id, kind }) => ({ id, words: t(photoWords[kind] ?? { zh: kind, en: kind }) }))
  return (
    <>
      <h2 lang="zh-CN">{task.title}</h2>
      <p className="field-facts">
        <MatterClock {...task} pausedAt={null} closedAt={null} now={now} /> {t(task.categoryName)} · {task.number}
      </p>
      <p lang="zh-CN">{task.description}</p>
      {task.address && (
        <p>
          <span lang="zh-CN">{task.address}</span>{' '}
          {place && (
            <a href={`geo:${place.latitude},${place.longitude}?q=${place.latitude},${place.longitude}`}>
              <T zh="导航" en="Way there" />
            </a>
          )}
        </p>
      )}
      {before.length > 0 && <PhotoStrip photos={strip(before)} />}
      {task.handedBack && (
        <p className="field-said">
          <strong>{t(task.handedBack.unit)}</strong> <When at={task.handedBack.at} short />
          <br />
          <span lang="zh-CN">{task.handedBack.words}</span>
        </p>
      )}
      {after.length > 0 && <PhotoStrip photos={strip(after)} />}
      {task.deed === 'check' && task.closeCondition && (
        <p className="field-condition">
          <T zh="结案条件：" en="To be closed it must be so: " />
          <span lang="zh-CN">{task.closeCondition}</span>
        </p>
      )}
    </>
  )
}
