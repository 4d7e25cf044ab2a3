import { useMemo, useRef, useState } from 'react'
import { useMedia } from '#web/appearance.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { useWords } from '#web/locale.tsx'
import { phraseOf } from '../check-desk/phrase.ts'
import type { CheckReport } from '../checking/report.ts'
import { CheckBar } from './CheckBar.tsx'
import { CheckChoose } from './CheckChoose.tsx'
import { CheckDeeds } from './CheckDeeds.tsx'
import { CheckEditor } from './CheckEditor.tsx'
import { CheckLegend } from './CheckLegend.tsx'
import { CheckList } from './CheckList.tsx'
import { CheckPaper } from './CheckPaper.tsx'
import { CheckSheet } from './CheckSheet.tsx'
import { countsOf, type Filter, filtered, type Item, itemsOf, tally } from './check-items.ts'
import { checkSentence } from './check-words.ts'
import type { Against, Check } from './use-check.ts'
import { bringIntoSight, neighbour, useCheckHands, useSteady } from './use-check-hands.ts'
import { useLeaving } from './use-leaving.ts'
import { useNames } from './use-names.ts'

interface CheckDeskProps {
  check: Check
  shown: CheckReport
  against: Against
  onAgainst: (change: Record<string, string | undefined>) => void
}

/** The draft with its marks, the findings beside it, and everything that can be done about them. */
export function CheckDesk({ check, shown, against, onAgainst }: CheckDeskProps) {
  const t = useWords()
  const root = useRef<HTMLDivElement>(null)
  const editor = useRef<HTMLTextAreaElement>(null)
  const [filter, setFilter] = useState<Filter>('open')
  const [editing, setEditing] = useState(false)
  const [choosing, setChoosing] = useState<Item | null>(null)
  const narrow = useMedia('(max-width: 1100px)')
  const nameOf = useNames()
  const items = useMemo(() => itemsOf(shown), [shown])
  const listed = useMemo(() => filtered(items, filter), [items, filter])
  const counts = useMemo(() => countsOf(items), [items])
  const { desk, act, busy, problem } = check
  const chosen = items.find(({ start }) => start === desk.at) ?? null
  const point = (item: Item | null) => {
    act({ deed: 'point', at: item?.start ?? null })
    if (!item) return
    if (!listed.includes(item)) setFilter('all')
    if (editing) select(editor.current, item)
    else requestAnimationFrame(() => bringIntoSight(item))
  }
  const pointAt = useSteady((mark: number) => point(items[mark] ?? null))
  useLeaving(desk.past.length > 0)
  const correct = useCorrect(check, listed)
  const choose = (item: Item) => setChoosing(item)
  const enter = (item: Item) => {
    if (item.finding?.correction != null) correct(item)
    else if (item.finding && !item.pace && phraseOf(item.finding.claim) !== '') choose(item)
  }
  useCheckHands(root, { items: listed, marks: items, chosen, point, enter, undo: () => act({ deed: 'undo' }) })
  const deeds = { statements: shown.statements, area: shown.area, correct, choose }
  return (
    <Page
      title={t({ zh: '核对文稿', en: 'Check a draft' })}
      sentence={t(checkSentence(counts), tally(counts))}
      help="clerk/check"
      wide
      deeds={<CheckDeeds check={check} against={against} editing={editing} onEdit={() => setEditing(!editing)} />}
    >
      <CheckBar draft={desk.draft!} shown={shown} busy={busy} against={against} onAgainst={onAgainst} />
      <ProblemLine problem={problem} />
      <div ref={root} className="check-desk">
        {editing ? (
          <CheckEditor
            ref={editor}
            text={desk.draft!.text}
            at={desk.at}
            onType={(text) => act({ deed: 'type', text })}
          />
        ) : (
          <CheckPaper report={shown} items={items} label={shown.name || t({ zh: '文稿', en: 'Draft' })} />
        )}
        <aside className="check-side" data-scrolls aria-label={t({ zh: '核对结果', en: 'Findings' })}>
          <CheckLegend counts={counts} filter={filter} onFilter={setFilter} />
          {!narrow && (
            <CheckList
              {...{ items: listed, all: items.length, chosen, filter, nameOf, deeds }}
              onFilter={setFilter}
              onPoint={pointAt}
            />
          )}
        </aside>
        {narrow && (
          <CheckSheet
            {...{ chosen, items: listed, nameOf, deeds }}
            onStep={(step) => point(neighbour(listed, chosen, step))}
            onClose={() => point(null)}
          />
        )}
      </div>
      {choosing?.finding && (
        <CheckChoose finding={choosing.finding} text={shown.text} area={shown.area} onClose={() => setChoosing(null)} />
      )}
    </Page>
  )
}

/** Puts the correction in place of the words and points at what comes next. */
function useCorrect({ act }: Check, listed: readonly Item[]) {
  const t = useWords()
  const say = useSay()
  return (item: Item) => {
    const words = item.finding?.correction
    if (words == null) return
    const next = neighbour(listed, item, 1)
    act({ deed: 'correct', start: item.start, end: item.end, words, next: next?.start ?? null })
    say(t({ zh: '已改为 {words}，按 u 撤销', en: 'Changed to {words}; press u to undo' }, { words }))
  }
}

function select(editor: HTMLTextAreaElement | null, { start, end }: Item): void {
  if (!editor) return
  // Only a field that takes the focus anew brings its selection into sight.
  editor.blur()
  editor.setSelectionRange(start, end)
  editor.focus()
}
