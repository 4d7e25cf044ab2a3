import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useSend } from '#web/client.ts'
import { freshKey } from '#web/kit/fresh-key.ts'
import { PhotoInput, type SentPhoto } from '#web/kit/PhotoInput.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { addToReportShape, answerReportShape, trackShape } from '../reports/shapes.ts'
import type { Track } from './TrackPage.tsx'

const again = { refreshes: [trackShape] }

/** Closed is not fixed: the one who reported it says which. */
export function TrackAnswer({ track: { code, version, answerUntil } }: { track: Track }) {
  const t = useWords()
  const { locale } = useLocale()
  const [unfixed, setUnfixed] = useState(false)
  const said = useSaid()
  const send = useSend(answerReportShape, again)
  const answer = (fixed: boolean) =>
    send.mutate({
      params: { code },
      body: { key: said.key, seen: version, fixed, words: said.words, photos: said.ids },
    })
  return (
    <section className="track-ask">
      <h2>{t({ zh: '问题解决了吗？', en: 'Is it fixed?' })}</h2>
      {unfixed ? (
        <>
          <Saying said={said} label={t({ zh: '哪里没有解决', en: 'What is not fixed' })} />
          <p className="report-deeds">
            <Button
              autoInsertSpace={false}
              type="primary"
              size="large"
              loading={send.isPending}
              disabled={said.words.trim().length < 2 || said.busy}
              onClick={() => answer(false)}
            >
              {t({ zh: '没有解决，重新办理', en: 'Not fixed: reopen it' })}
            </Button>
            <Button autoInsertSpace={false} size="large" onClick={() => setUnfixed(false)}>
              {t({ zh: '返回', en: 'Back' })}
            </Button>
          </p>
        </>
      ) : (
        <p className="report-deeds">
          <Button
            autoInsertSpace={false}
            type="primary"
            size="large"
            loading={send.isPending}
            onClick={() => answer(true)}
          >
            {t({ zh: '解决了', en: 'It is fixed' })}
          </Button>
          <Button autoInsertSpace={false} size="large" onClick={() => setUnfixed(true)}>
            {t({ zh: '没有解决', en: 'It is not' })}
          </Button>
        </p>
      )}
      <ProblemLine problem={send.error} />
      {answerUntil && (
        <p className="report-hint">
          <T
            zh="{day}前可以回答；没有解决会重新办理，并计入责任单位的返工。"
            en="You may answer until {day}. If it is not fixed it is reopened, and counts as rework of the unit in charge."
            day={printWhen(answerUntil, locale, { short: true, time: false })}
          />
        </p>
      )}
    </section>
  )
}

/** While it is dealt with, its reporter may add words and photos. */
export function TrackAdding({ track: { code, version } }: { track: Track }) {
  const t = useWords()
  const said = useSaid()
  const send = useSend(addToReportShape, again)
  const add = () =>
    send.mutate(
      { params: { code }, body: { key: said.key, seen: version, words: said.words, photos: said.ids } },
      { onSuccess: said.clear },
    )
  return (
    <details className="track-add">
      <summary>{t({ zh: '补充说明', en: 'Add to it' })}</summary>
      <Saying said={said} label={t({ zh: '补充说明', en: 'Add to it' })} />
      <ProblemLine problem={send.error} />
      <Button
        autoInsertSpace={false}
        size="large"
        loading={send.isPending}
        disabled={said.words.trim().length < 2 || said.busy}
        onClick={add}
      >
        {t({ zh: '提交补充', en: 'Send' })}
      </Button>
    </details>
  )
}

function useSaid() {
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<SentPhoto[]>([])
  const [busy, setBusy] = useState(false)
  const key = useRef(freshKey())
  const clear = () => {
    key.current = freshKey()
    setWords('')
    setPhotos([])
  }
  return { words, setWords, photos, setPhotos, busy, setBusy, clear, key: key.current, ids: photos.map(({ id }) => id) }
}

function Saying({ said, label }: { said: ReturnType<typeof useSaid>; label: string }) {
  const t = useWords()
  return (
    <div className="track-saying">
      <Input.TextArea
        size="large"
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={1000}
        value={said.words}
        onChange={(event) => said.setWords(event.target.value)}
        aria-label={label}
        placeholder={label}
      />
      <PhotoInput
        label={t({ zh: '照片', en: 'Photos' })}
        photos={said.photos}
        onChange={said.setPhotos}
        onBusy={said.setBusy}
        open
      />
    </div>
  )
}
