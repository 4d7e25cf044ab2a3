import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { call, useEndpoint, useSend } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { PhotoStrip } from '#web/kit/PhotoStrip.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { newProgressId } from '#web/kit/Progress.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { dispatchOf } from '../desk/dispatch-shapes.ts'
import { moveOne } from '../desk/open-shapes.ts'
import type { MatterRow } from '../desk/row-shapes.ts'
import type { Queue } from './DispatchDeskPage.tsx'
import { DispatchKeys } from './DispatchKeys.tsx'
import { matterPath, photoWords } from './matter-words.ts'
import { suggestionSaid } from './suggestion-words.ts'
import { useDeskKeys } from './use-desk-keys.ts'

interface DispatchSheetProps {
  kind: 'dispatch' | 'confirm'
  row: MatterRow
  /** the one after it, read ahead so that it stands there at once */
  next: string | undefined
  units: Queue['units']
  onMove: (by: number) => void
}

/** One matter to be sent out: what it is, who should have it and why; digits choose, Enter sends. */
export function DispatchSheet({ kind, row, next, units, onMove }: DispatchSheetProps) {
  const t = useWords()
  const advice = useEndpoint(dispatchOf, { params: { number: row.number } }, { staleTime: 60_000 })
  const suggestions = advice.data?.suggestions ?? []
  const [chosen, setChosen] = useState<string>()
  const [returning, setReturning] = useState(false)
  const unit = chosen ?? suggestions.find(({ why }) => !why.includes('returned'))?.unit.code
  const { send, move } = useMoving(row, kind)
  const onward = () => {
    if (kind === 'confirm') send({ deed: 'confirm' })
    else if (unit) send({ deed: 'dispatch', unit })
  }
  useReadAhead(next)
  useDeskKeys({
    onMove,
    onChoose: (nth) => kind === 'dispatch' && suggestions[nth] && setChosen(suggestions[nth].unit.code),
    onSend: onward,
    onReturn: () => setReturning(true),
    quiet: returning || move.isPending,
  })
  if (advice.error) return <ErrorState problem={advice.error} onRetry={() => void advice.refetch()} />
  return (
    <section className="dispatch-sheet" aria-label={row.title} aria-busy={advice.isPending}>
      <h2 lang="zh-CN">
        <Link to={matterPath(row)}>{row.title}</Link>
      </h2>
      <p className="dispatch-number">
        {row.number} · {t(row.categoryName)} · <span lang="zh-CN">{row.address}</span>
      </p>
      {!advice.data && <Loading lines={6} />}
      {advice.data && <WhatItIs told={advice.data} />}
      {advice.data && kind === 'dispatch' && (
        <Units suggestions={suggestions} units={units} chosen={unit} onChoose={setChosen} />
      )}
      <ProblemLine problem={move.error} />
      {returning ? (
        <ReturnWords
          busy={move.isPending}
          onSend={(reason) => send({ deed: 'return', reason })}
          onLeave={() => setReturning(false)}
        />
      ) : (
        <p className="dispatch-send">
          <Button
            autoInsertSpace={false}
            type="primary"
            disabled={kind === 'dispatch' && !unit}
            loading={move.isPending}
            onClick={onward}
          >
            {kind === 'dispatch' ? <T zh="派遣 ↵" en="Dispatch ↵" /> : <T zh="确认反馈 ↵" en="Confirm ↵" />}
          </Button>
          <Button autoInsertSpace={false} onClick={() => setReturning(true)}>
            <T zh="回退 R" en="Return R" />
          </Button>
        </p>
      )}
      <DispatchKeys kind={kind} />
    </section>
  )
}

function useMoving(row: MatterRow, kind: 'dispatch' | 'confirm') {
  const t = useWords()
  const say = useSay()
  const [key] = useState(newProgressId)
  const move = useSend(moveOne, {
    onDone: () =>
      say(
        kind === 'dispatch'
          ? t({ zh: '已办：{title}', en: 'Done: {title}' }, { title: row.title })
          : t({ zh: '已确认：{title}', en: 'Confirmed: {title}' }, { title: row.title }),
      ),
  })
  type Deed = { deed: 'confirm' } | { deed: 'dispatch'; unit: string } | { deed: 'return'; reason: string }
  const send = (deed: Deed) => {
    if (move.isPending) return
    move.mutate({
      params: { number: row.number },
      body: { ...deed, seen: row.version, idempotencyKey: `${key}-${deed.deed}` },
    })
  }
  return { send, move }
}

/** Under the key that `useEndpoint` reads by, so that the next sheet is drawn without waiting. */
function useReadAhead(next: string | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!next) return
    const params = { number: next }
    void queries.prefetchQuery({
      queryKey: [dispatchOf.path, params, {}],
      queryFn: () => call(dispatchOf, { params }),
      staleTime: 60_000,
    })
  }, [next, queries])
}

type Told = NonNullable<ReturnType<typeof useEndpoint<typeof dispatchOf>>['data']>

function WhatItIs({ told }: { told: Told }) {
  const t = useWords()
  return (
    <>
      <p className="dispatch-words" lang="zh-CN">
        {told.description}
      </p>
      {told.condition && (
        <p className="dispatch-standard">
          <span lang="zh-CN">{told.condition}</span>
          {told.limit && <> · {t({ zh: '限 {limit}', en: 'limit {limit}' }, { limit: t(told.limit) })}</>}
        </p>
      )}
      {told.last && (
        <p className="dispatch-last">
          <When at={told.last.at} short /> <strong>{t(told.last.unit)}</strong>{' '}
          <span lang="zh-CN">{told.last.words}</span>
        </p>
      )}
      <PhotoStrip
        photos={told.photos.map(({ id, kind }) => ({ id, words: t(photoWords[kind] ?? { zh: kind, en: kind }) }))}
      />
    </>
  )
}

interface UnitsProps {
  suggestions: Told['suggestions']
  units: Queue['units']
  chosen: string | undefined
  onChoose: (unit: string) => void
}

function Units({ suggestions, units, chosen, onChoose }: UnitsProps) {
  const t = useWords()
  const known = new Set(suggestions.map(({ unit }) => unit.code))
  const others = units.filter(({ code }) => !known.has(code)).map(({ code, name }) => ({ value: code, label: t(name) }))
  return (
    <fieldset className="dispatch-units">
      <legend>
        <T zh="派给谁" en="To whom" />
      </legend>
      {suggestions.map((one, nth) => (
        <label key={one.unit.code} data-chosen={chosen === one.unit.code || undefined}>
          <kbd>{nth + 1}</kbd>
          <input type="radio" name="unit" checked={chosen === one.unit.code} onChange={() => onChoose(one.unit.code)} />
          <span>
            {t(one.unit.name)}
            <small>{suggestionSaid(one, t)}</small>
          </span>
        </label>
      ))}
      <Select
        aria-label={t({ zh: '其他单位', en: 'Another unit' })}
        placeholder={t({ zh: '其他单位…', en: 'Another unit…' })}
        showSearch={{ optionFilterProp: 'label' }}
        options={others}
        value={chosen && !known.has(chosen) ? chosen : null}
        onChange={onChoose}
      />
    </fieldset>
  )
}

function ReturnWords({
  busy,
  onSend,
  onLeave,
}: {
  busy: boolean
  onSend: (reason: string) => void
  onLeave: () => void
}) {
  const t = useWords()
  const [reason, setReason] = useState('')
  return (
    <form
      className="dispatch-return"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim().length >= 2) onSend(reason.trim())
      }}
    >
      <Input
        autoFocus
        maxLength={2000}
        aria-label={t({ zh: '回退理由', en: 'Why it goes back' })}
        placeholder={t({ zh: '回退理由', en: 'Why it goes back' })}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      />
      <Button autoInsertSpace={false} htmlType="submit" danger loading={busy} disabled={reason.trim().length < 2}>
        <T zh="回退" en="Return it" />
      </Button>
      <Button autoInsertSpace={false} onClick={onLeave}>
        <T zh="不退" en="Keep it" />
      </Button>
    </form>
  )
}
