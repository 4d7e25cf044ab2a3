import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSend } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { freshKey } from '#web/kit/fresh-key.ts'
import { PhotoInput, type SentPhoto } from '#web/kit/PhotoInput.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { visitShape } from '../commissioners/shapes.ts'
import { type VisitKind, visitKinds, visitKindWords } from '../commissioners/visit-kinds.ts'
import { PeopleField } from './PeopleField.tsx'

interface VisitSheetProps {
  project: { code: string; name: string }
  today: string
  onClose: () => void
}

/** Logs a visit on the phone: day, kind, who was met, a few words, photos; sent again under the same key when the line breaks. */
export function VisitSheet({ project, today, onClose }: VisitSheetProps) {
  const t = useWords()
  const say = useSay()
  const [key] = useState(() => freshKey())
  const [visit, setVisit] = useState({ on: today, kind: 'site' as VisitKind, met: '', words: '' })
  const [photos, setPhotos] = useState<SentPhoto[]>([])
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<typeof visit>) => setVisit({ ...visit, ...part })
  const send = useSend(visitShape, {
    onDone: () => {
      say(t({ zh: '走访已登记', en: 'The visit is logged' }))
      onClose()
    },
  })
  const place = photos.find((photo) => photo.place !== null)?.place
  return (
    <SideSheet title={<T zh="登记走访" en="Log a visit" />} onClose={onClose}>
      <form
        className="people-form"
        onSubmit={(event) => {
          event.preventDefault()
          const body = { ...visit, key, photos: photos.map(({ id }) => id), ...(place ? { place } : {}) }
          send.mutate({ params: { code: project.code }, body })
        }}
      >
        <p lang="zh-CN">
          <b>{project.name}</b>
        </p>
        <fieldset className="people-choices" aria-label={t({ zh: '方式', en: 'Kind of visit' })}>
          {visitKinds.map((kind) => (
            <button key={kind} type="button" aria-pressed={visit.kind === kind} onClick={() => change({ kind })}>
              {t(visitKindWords[kind])}
            </button>
          ))}
        </fieldset>
        <div className="people-pair">
          <PeopleField label={t({ zh: '日期', en: 'Day' })}>
            {(id) => (
              <DayInput
                id={id}
                value={visit.on}
                max={today}
                onChange={({ target }) => target.value && change({ on: target.value })}
              />
            )}
          </PeopleField>
          <PeopleField label={t({ zh: '见了谁（职务）', en: 'Whom you met (post)' })}>
            {(id) => (
              <Input
                id={id}
                value={visit.met}
                maxLength={60}
                onChange={({ target }) => change({ met: target.value })}
              />
            )}
          </PeopleField>
        </div>
        <PeopleField label={t({ zh: '看到、听到的情况', en: 'What you saw and heard' })}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={4}
              value={visit.words}
              maxLength={2000}
              onChange={({ target }) => change({ words: target.value })}
            />
          )}
        </PeopleField>
        <PhotoInput
          label={t({ zh: '现场照片（可不拍）', en: 'Photos of the site (optional)' })}
          photos={photos}
          onChange={setPhotos}
          onBusy={setBusy}
        />
        <ProblemLine problem={send.error} />
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          autoInsertSpace={false}
          loading={send.isPending}
          disabled={busy || visit.words.trim().length < 2}
        >
          {t({ zh: '登记', en: 'Log it' })}
        </Button>
      </form>
    </SideSheet>
  )
}
