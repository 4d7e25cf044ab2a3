import { SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { ask } from '../client.ts'
import { useModal } from '../kit/use-modal.ts'
import { useLocale, useWords, type Words } from '../locale.tsx'
import { useMay } from '../session.ts'
import { type Found, type Hit, kindWords, pagesFound } from './palette-hits.ts'
import './palette.css'

/** Everything by name: pages at once, then figures, ledgers, units, people and bulletins from the server. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const go = useNavigate()
  const listId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const { found, waiting } = useFound(useDeferredValue(typed.trim()))
  const open = (hit: Found | undefined) => {
    if (!hit) return
    onClose()
    go(hit.path)
  }
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') open(found[chosen])
    if (step === undefined) return
    event.preventDefault()
    setChosen((before) => (before + step + found.length) % Math.max(1, found.length))
  }
  useModal(dialog, onClose)
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, chosen])

  return (
    <dialog ref={dialog} className="palette" aria-label={t({ zh: '查找与命令', en: 'Search and commands' })}>
      <div className="palette-field">
        <SearchOutlined aria-hidden />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? `${listId}-${chosen}` : undefined}
          aria-label={t({ zh: '查找', en: 'Find' })}
          placeholder={t({ zh: '汉字、拼音或编码', en: 'Name, pinyin or code' })}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosen(0)
          }}
          onKeyDown={steer}
        />
        <kbd>Esc</kbd>
      </div>
      <div role="listbox" id={listId} tabIndex={-1} aria-busy={waiting} aria-label={t({ zh: '结果', en: 'Results' })}>
        {found.map((hit, place) => (
          <div
            key={`${hit.kind} ${hit.path}`}
            id={`${listId}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            onPointerMove={() => setChosen(place)}
            onClick={() => open(hit)}
            onKeyDown={steer}
          >
            <span>{hit.title}</span>
            {hit.hint && <small>{hit.hint}</small>}
            <small className="palette-kind">{t(kindWords[hit.kind])}</small>
          </div>
        ))}
      </div>
      {found.length === 0 && !waiting && (
        <p>{t({ zh: '没有找到；换一个词，或用拼音首字母。', en: 'Nothing found; try another word, or the code.' })}</p>
      )}
    </dialog>
  )
}

function useFound(typed: string): { found: Found[]; waiting: boolean } {
  const t = useWords()
  const { locale } = useLocale()
  const may = useMay()
  const hits = useQuery({
    queryKey: ['/api/search', typed],
    queryFn: ({ signal }) =>
      ask('GET', `/api/search?q=${encodeURIComponent(typed)}`, undefined, signal) as Promise<Hit[] | { hits: Hit[] }>,
    enabled: typed !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  const told = typed === '' || !hits.data ? [] : Array.isArray(hits.data) ? hits.data : hits.data.hits
  const say = (words: Words | string | undefined) => (typeof words === 'object' ? t(words) : (words ?? ''))
  const fromServer = told.map((hit) => ({ kind: hit.kind, title: say(hit.title), hint: say(hit.hint), path: hit.path }))
  return { found: [...pagesFound(typed, locale, may), ...fromServer], waiting: typed !== '' && hits.isFetching }
}
