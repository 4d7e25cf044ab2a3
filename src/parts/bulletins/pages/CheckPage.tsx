import { useSearchParams } from 'react-router'
import { Page } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { CheckDesk } from './CheckDesk.tsx'
import { CheckRecords } from './CheckRecords.tsx'
import { CheckStart } from './CheckStart.tsx'
import { type Against, useCheck } from './use-check.ts'
import './check.css'

/** Checks the figures of a draft: an empty desk to lay it on, then the draft with its marks. What it is held against stands in the address. */
export default function CheckPage() {
  const t = useWords()
  const [against, steer] = useAgainst()
  const check = useCheck(against)
  const { desk, shown, act, busy, problem } = check
  if (shown) return <CheckDesk check={check} shown={shown} against={against} onAgainst={steer} />
  const lay = (text: string, file?: File) => act({ deed: 'lay', text, ...(file ? { file } : {}) })
  return (
    <Page
      title={t({ zh: '核对文稿', en: 'Check a draft' })}
      sentence={
        <T
          zh="粘贴一份文稿，每个数字都会说清楚：对不对、错在哪里、哪些没有核对。"
          en="Paste a draft: every figure is told right or wrong, and why, and what could not be checked."
        />
      }
      help="clerk/check"
    >
      <CheckStart busy={desk.draft !== null && busy} problem={problem} onText={lay} onFile={(file) => lay('', file)} />
      <CheckRecords area={against.area} />
    </Page>
  )
}

/** `?period=2018-H1&area=PORT&on=2018-07-01`: the end of that day's records. */
function useAgainst(): [Against & { on?: string | undefined }, (change: Record<string, string | undefined>) => void] {
  const [search, setSearch] = useSearchParams()
  const on = search.get('on') ?? undefined
  const against = {
    period: search.get('period') ?? undefined,
    area: search.get('area') ?? undefined,
    asOf: on === undefined ? undefined : `${on}T23:59:59+08:00`,
  }
  const steer = (change: Record<string, string | undefined>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return [against, steer]
}
