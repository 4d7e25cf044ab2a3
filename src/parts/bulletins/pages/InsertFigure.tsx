import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { catalogueShape } from '#parts/indicators/shapes.ts'
import { ask, type Reply, useEndpoint } from '#web/client.ts'
import { useModal } from '#web/kit/use-modal.ts'
import { useLocale, useWords } from '#web/locale.tsx'
import { type FigureTag, figureTags } from './figure-tags.ts'
import './insert-figure.css'

type Entry = Reply<typeof catalogueShape>['indicators'][number]

interface InsertFigureProps {
  onChoose: (tag: FigureTag, code: string) => void
  onClose: () => void
}

/** First the indicator, by name, pinyin or code; then in which form it stands in the sentence. */
export function InsertFigure({ onChoose, onClose }: InsertFigureProps) {
  const t = useWords()
  const { locale } = useLocale()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [entry, setEntry] = useState<Entry | null>(null)
  const found = useFound(useDeferredValue(typed.trim()))
  useModal(dialog, onClose)
  return (
    <dialog ref={dialog} className="insert-figure" aria-label={t({ zh: '插入数字', en: 'Insert a figure' })}>
      {entry === null ? (
        <Chooser
          key="indicator"
          label={t({ zh: '哪个指标', en: 'Which indicator' })}
          placeholder={t({ zh: '指标名称、拼音或编码', en: 'Name or code of an indicator' })}
          typed={typed}
          onType={setTyped}
          choices={found.map((one) => ({ key: one.code, title: one.name[locale], hint: one.code }))}
          onChoose={(place) => setEntry(found[place] ?? null)}
          empty={t({ zh: '没有找到这样的指标', en: 'No such indicator' })}
        />
      ) : (
        <Chooser
          key="tag"
          label={t({ zh: '“{name}”怎样写', en: 'How "{name}" is printed' }, { name: entry.name[locale] })}
          choices={figureTags.map(({ tag, words, sample, ofTarget }) => ({
            key: tag,
            title: t(words),
            hint: `${t({ zh: '如 {sample}', en: 'as in {sample}' }, { sample: t(sample) })}${ofTarget ? t({ zh: '（须有全年目标）', en: ' (needs a target)' }) : ''}`,
          }))}
          onChoose={(place) => onChoose(figureTags[place]!, entry.code)}
          onBack={() => setEntry(null)}
        />
      )}
    </dialog>
  )
}

interface ChooserProps {
  label: string
  choices: readonly { key: string; title: string; hint: string }[]
  onChoose: (place: number) => void
  typed?: string
  onType?: (typed: string) => void
  placeholder?: string
  empty?: string
  onBack?: () => void
}

/** A list walked by arrow keys, Enter chooses; with a field above it where there is something to look for. */
function Chooser({ label, choices, onChoose, typed = '', onType, placeholder, empty, onBack }: ChooserProps) {
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(0)
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      onChoose(chosen)
    }
    if (event.key === 'Backspace' && onBack) onBack()
    if (step === undefined) return
    event.preventDefault()
    setChosen((before) => (before + step + choices.length) % Math.max(1, choices.length))
  }
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, chosen])
  return (
    <>
      <div className="insert-figure-field">
        {onType ? <SearchOutlined aria-hidden /> : <strong>{label}</strong>}
        <input
          ref={field}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={choices.length > 0 ? `${listId}-${chosen}` : undefined}
          aria-label={label}
          placeholder={placeholder}
          value={typed}
          readOnly={!onType}
          onChange={(event) => {
            onType?.(event.target.value)
            setChosen(0)
          }}
          onKeyDown={steer}
        />
        <kbd>Esc</kbd>
      </div>
      <div role="listbox" id={listId} tabIndex={-1} aria-label={label}>
        {choices.map(({ key, title, hint }, place) => (
          <div
            key={key}
            id={`${listId}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            onPointerMove={() => setChosen(place)}
            onClick={() => onChoose(place)}
            onKeyDown={steer}
          >
            <span>{title}</span>
            <small>{hint}</small>
          </div>
        ))}
      </div>
      {choices.length === 0 && empty && <p>{empty}</p>}
    </>
  )
}

/** By name, other name or code at once; by pinyin as the server's search knows it. */
function useFound(typed: string): Entry[] {
  const { data } = useEndpoint(catalogueShape, {}, { staleTime: 5 * 60_000 })
  const search = useQuery({
    queryKey: ['/api/search', typed],
    queryFn: ({ signal }) => ask('GET', `/api/search?q=${encodeURIComponent(typed)}`, undefined, signal),
    enabled: /^[a-z]+$/i.test(typed),
    retry: false,
  })
  const told = search.data as { hits?: Hit[] } | Hit[] | undefined
  const hits = Array.isArray(told) ? told : (told?.hits ?? [])
  const byServer = new Set(hits.flatMap(({ kind, path }) => (kind === 'figure' ? [path.split('/')[2]] : [])))
  const sought = typed.toLowerCase()
  return (data?.indicators ?? []).filter(
    ({ code, name, aliases }) =>
      byServer.has(code) || [code, name.zh, name.en, ...aliases].join(' ').toLowerCase().includes(sought),
  )
}

interface Hit {
  kind: string
  path: string
}
