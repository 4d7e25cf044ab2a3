import { Button, Checkbox, Input } from 'antd'
import { useRef, useState } from 'react'
import { type Reply, useEndpoint, useSend } from '#web/client.ts'
import { PhotoInput, type SentPhoto } from '#web/kit/PhotoInput.tsx'
import { PlacePicker } from '#web/kit/PlacePicker.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import { nearbyShape, sendReportShape } from '../reports/shapes.ts'
import { type Frame, KindPicker } from './KindPicker.tsx'
import { type Draft, useDraft } from './use-draft.ts'

export type Sent = Reply<typeof sendReportShape> & { words: string }

/** One minute on a phone: a photo, the place, the kind, some words; who it is from is said only by those who want to. */
export function ReportForm({ frame, onSent }: { frame: Frame; onSent: (sent: Sent) => void }) {
  const t = useWords()
  const { draft, change, clear } = useDraft()
  const [photos, setPhotos] = useState<SentPhoto[]>([])
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState<Missing[]>([])
  const form = useRef<HTMLFormElement>(null)
  const send = useSend(sendReportShape, { refreshes: [] })
  const takePhotos = (now: SentPhoto[]) => {
    setPhotos(now)
    const place = now.find((photo) => photo.place)?.place
    if (place && !draft.place) change({ place })
  }
  const submit = () => {
    const lacking = lackingIn(draft)
    setMissing(lacking)
    if (lacking[0]) return form.current?.querySelector(`#report-${lacking[0]}`)?.scrollIntoView({ block: 'center' })
    send.mutate(
      { body: bodyOf(draft, photos) },
      {
        onSuccess: (reply) => {
          clear()
          onSent({ ...reply, words: draft.description })
        },
      },
    )
  }
  return (
    <form
      ref={form}
      className="report-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <section>
        <PhotoInput
          label={<h2>{t({ zh: '拍一张照片', en: 'Take a photo' })}</h2>}
          photos={photos}
          onChange={takePhotos}
          onBusy={setBusy}
          open
        />
        <p className="report-hint">
          <T
            zh="照片里的拍摄位置只给办理人员看；对外一律去掉。"
            en="Where it was taken is seen by those who deal with it, and taken out for everybody else."
          />
        </p>
      </section>
      <section id="report-place">
        <h2>{t({ zh: '在哪里', en: 'Where it is' })}</h2>
        <PlacePicker value={draft.place} onChange={(place) => change({ place })} height={240} plain />
        <Input
          size="large"
          maxLength={200}
          value={draft.address}
          onChange={(event) => change({ address: event.target.value })}
          placeholder={t({
            zh: '或写地址，例如：航海路小学东门',
            en: 'Or the address, such as: east gate of the school',
          })}
          aria-label={t({ zh: '地址', en: 'Address' })}
        />
        <Lacking what="place" missing={missing} />
        <Nearby draft={draft} />
      </section>
      <section id="report-kind">
        <h2>{t({ zh: '什么问题', en: 'What it is' })}</h2>
        <KindPicker
          frame={frame}
          value={draft.category}
          onChange={(category) => change({ category })}
          description={draft.description}
        />
        <Lacking what="kind" missing={missing} />
      </section>
      <section id="report-words">
        <h2>
          <label htmlFor="report-description">{t({ zh: '说一说', en: 'In your words' })}</label>
        </h2>
        <Input.TextArea
          id="report-description"
          size="large"
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={2000}
          value={draft.description}
          onChange={(event) => change({ description: event.target.value })}
          placeholder={t({ zh: '一句话就行，例如：北门垃圾堆了三天没人清', en: 'One sentence is enough' })}
        />
        <Lacking what="words" missing={missing} />
      </section>
      <Contact draft={draft} change={change} />
      <ProblemLine problem={send.error} />
      <Button
        autoInsertSpace={false}
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={send.isPending}
        disabled={busy}
      >
        {busy ? t({ zh: '照片正在上传…', en: 'Photos are on their way…' }) : t({ zh: '提交', en: 'Send' })}
      </Button>
    </form>
  )
}

type Missing = 'place' | 'kind' | 'words'

const lackingIn = ({ place, address, category, description }: Draft): Missing[] => [
  ...(place || address.trim().length >= 2 ? [] : (['place'] as const)),
  ...(category ? [] : (['kind'] as const)),
  ...(description.trim().length >= 5 ? [] : (['words'] as const)),
]

const lackingWords: Record<Missing, Words> = {
  place: { zh: '请在图上点一下，或写明地址。', en: 'Press a point on the map, or write the address.' },
  kind: { zh: '请选一类问题。', en: 'Choose what kind of problem it is.' },
  words: { zh: '请写至少五个字。', en: 'Write at least five letters.' },
}

function Lacking({ what, missing }: { what: Missing; missing: readonly Missing[] }) {
  const t = useWords()
  if (!missing.includes(what)) return null
  return (
    <p className="report-lacking" role="alert">
      {t(lackingWords[what])}
    </p>
  )
}

function bodyOf(draft: Draft, photos: readonly SentPhoto[]) {
  const { key, category, description, place, address, enterprise, name, phone } = draft
  return {
    ...{ key, category: category ?? '', description, enterprise, photos: photos.map(({ id }) => id) },
    ...(place ? { place } : {}),
    ...(address.trim() ? { address } : {}),
    ...(name.trim() ? { name } : {}),
    ...(phone.trim() ? { phone } : {}),
  }
}

interface ContactProps {
  draft: Draft
  change: (what: Partial<Draft>) => void
}

function Contact({ draft, change }: ContactProps) {
  const t = useWords()
  return (
    <details className="report-contact">
      <summary>{t({ zh: '留个联系方式（可以不留）', en: 'Leave a way to reach you (if you like)' })}</summary>
      <p className="report-hint">
        <T
          zh="只有办理人员在需要时能查看，每次查看都有记录；加密保存，不会公开。"
          en="Kept sealed and never shown to the public; those who deal with it may read it, and each reading is noted."
        />
      </p>
      <Input
        size="large"
        maxLength={60}
        autoComplete="name"
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
        placeholder={t({ zh: '怎么称呼您', en: 'Your name' })}
        aria-label={t({ zh: '称呼', en: 'Name' })}
      />
      <Input
        size="large"
        maxLength={30}
        type="tel"
        autoComplete="tel"
        value={draft.phone}
        onChange={(event) => change({ phone: event.target.value })}
        placeholder={t({ zh: '电话', en: 'Phone' })}
        aria-label={t({ zh: '电话', en: 'Phone' })}
      />
      <Checkbox checked={draft.enterprise} onChange={(event) => change({ enterprise: event.target.checked })}>
        {t({ zh: '我代表企业反映', en: 'I report for an enterprise' })}
      </Checkbox>
    </details>
  )
}

/** Whether the same was reported close by: it may be sent all the same, and goes together with the other. */
function Nearby({ draft: { category, place } }: { draft: Draft }) {
  const { locale } = useLocale()
  const query = { category: category ?? '', longitude: place?.longitude ?? 0, latitude: place?.latitude ?? 0 }
  const { data } = useEndpoint(nearbyShape, { query }, { enabled: category !== null && place !== null })
  const nearest = category && place ? data?.found[0] : undefined
  if (!nearest) return null
  return (
    <p className="report-hint" role="status">
      <T
        zh="{metres}米外，{at}有人反映过同类问题（{state}）。您仍然可以提交，同一个问题会并案办理，您会看到进展。"
        en="{metres} m from here the same kind was reported at {at} ({state}). Yours may be sent all the same: they go together, and you will see how it goes."
        metres={nearest.metres}
        at={printWhen(nearest.at, locale, { short: true, time: true })}
        state={nearest.state[locale]}
      />
    </p>
  )
}
