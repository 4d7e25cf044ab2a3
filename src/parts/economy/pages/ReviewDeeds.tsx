import { Button } from 'antd'
import { useState } from 'react'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { acceptShape, lockShape, reopenShape, returnShape, type SubmissionView } from '../shapes.ts'
import type { Params } from './use-entry.ts'

type Asked = 'return' | 'reopen'

const askedWords: Record<Asked, { title: Words; meaning: Words; label: Words }> = {
  return: {
    title: { zh: '退回', en: 'Return' },
    meaning: {
      zh: '退回后由填报单位改正并重新报送；已报的数仍作为初步数保留。',
      en: 'The unit corrects it and hands it in again. What was told stays, as provisional.',
    },
    label: { zh: '要改什么', en: 'What has to change' },
  },
  reopen: {
    title: { zh: '重开', en: 'Reopen' },
    meaning: {
      zh: '重开后填报单位可以改数；重新报送以前，已报的数不变。',
      en: 'The unit may change figures again. Until it hands them in, what was told stays.',
    },
    label: { zh: '为什么重开', en: 'Why it is opened again' },
  },
}

/** What a reviewer and a lead do with a submission that was handed in. */
export function ReviewDeeds({ view, params }: { view: SubmissionView; params: Params }) {
  const t = useWords()
  const say = useSay()
  const [asked, setAsked] = useState<Asked | null>(null)
  const told = (words: Words) => ({ onDone: () => say(t(words)) })
  const accept = useSend(acceptShape, told({ zh: '已通过', en: 'Accepted' }))
  const lock = useSend(lockShape, told({ zh: '已锁定', en: 'Locked' }))
  const { state, may, own } = view
  const mayReview = may.review && state === 'submitted' && !own
  const mayReopen = may.lock && (state === 'accepted' || state === 'locked')
  return (
    <>
      {mayReview && (
        <>
          <Button autoInsertSpace={false} onClick={() => setAsked('return')}>
            <T zh="退回…" en="Return…" />
          </Button>
          <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate({ params })}>
            <T zh="审核通过" en="Accept" />
          </Button>
        </>
      )}
      {mayReopen && (
        <Button onClick={() => setAsked('reopen')}>
          <T zh="重开…" en="Reopen…" />
        </Button>
      )}
      {may.lock && state === 'accepted' && (
        <Button type="primary" autoInsertSpace={false} loading={lock.isPending} onClick={() => lock.mutate({ params })}>
          <T zh="锁定" en="Lock" />
        </Button>
      )}
      <ProblemLine problem={accept.error ?? lock.error} />
      {asked && <WordsSheet asked={asked} params={params} onClose={() => setAsked(null)} />}
    </>
  )
}

function WordsSheet({ asked, params, onClose }: { asked: Asked; params: Params; onClose: () => void }) {
  const t = useWords()
  const say = useSay()
  const [words, setWords] = useState('')
  const { title, meaning, label } = askedWords[asked]
  const done = () => {
    say(asked === 'return' ? t({ zh: '已退回', en: 'Returned' }) : t({ zh: '已重开', en: 'Reopened' }))
    onClose()
  }
  const send = { return: useSend(returnShape, { onDone: done }), reopen: useSend(reopenShape, { onDone: done }) }[asked]
  return (
    <SideSheet title={t(title)} onClose={onClose}>
      <form
        className="entry-words"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate({ params, body: { words } })
        }}
      >
        <p>{t(meaning)}</p>
        <label>
          {t(label)}
          <textarea
            className="plain-field"
            rows={4}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <ProblemLine problem={send.error} />
        <Button
          type="primary"
          htmlType="submit"
          loading={send.isPending}
          disabled={words.trim() === ''}
          autoInsertSpace={false}
        >
          {t(title)}
        </Button>
      </form>
    </SideSheet>
  )
}
