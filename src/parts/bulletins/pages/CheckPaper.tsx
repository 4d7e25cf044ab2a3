import { memo, type ReactNode, useMemo } from 'react'
import { useWords } from '#web/locale.tsx'
import { lookOf } from '../check-desk/block-look.ts'
import { verdictSigns } from '../check-desk/verdict-words.ts'
import type { CheckReport } from '../checking/report.ts'
import type { Item } from './check-items.ts'
import { type Mark, type Marked, marksRead, stretchesOf } from './check-stretches.ts'
import './paper.css'
import './check-paper.css'

interface CheckPaperProps {
  report: CheckReport
  items: readonly Item[]
  label: string
}

/**
 * The draft on a sheet with every figure marked. A block whose words and marks stay the same is not drawn again, so that a long text
 * stays light; the desk itself hears which mark is pointed at.
 */
export const CheckPaper = memo(({ report, items, label }: CheckPaperProps) => {
  const stretches = useMemo(() => stretchesOf(report.text, report.blocks, items), [report, items])
  return (
    <section className="paper check-paper" lang="zh-CN" aria-label={label}>
      {stretches.map((stretch) => {
        const [first] = stretch
        if (!first) return null
        return first.block.cell ? (
          <Table key={first.key} cells={stretch} />
        ) : (
          <Block key={first.key} {...drawing(first)} />
        )
      })}
    </section>
  )
})

function drawing({ block, words, marks }: Marked): BlockProps {
  const look = lookOf(block, words)
  return { tag: tags[look], kind: look === 'title' ? look : block.kind, words, marks }
}

const tags = { title: 'h2', heading1: 'h3', heading2: 'h4', heading3: 'h5', body: 'p', note: 'p' } as const

interface BlockProps {
  tag: 'p' | 'h2' | 'h3' | 'h4' | 'h5'
  kind: string
  words: string
  marks: string
}

const Block = memo(({ tag: Tag, kind, words, marks }: BlockProps) => (
  <Tag className={kind === 'title' ? 'paper-title' : undefined} data-kind={kind}>
    <Words words={words} marks={marks} />
  </Tag>
))

function Table({ cells }: { cells: readonly Marked[] }) {
  const rows = [...Map.groupBy(cells, ({ block }) => block.cell!.row).entries()]
  return (
    <div className="paper-table">
      <table>
        <tbody>
          {rows.map(([row, ofRow], nth) => (
            // A table wider than a phone scrolls, also by keyboard.
            <tr key={row} tabIndex={nth === 0 ? 0 : -1}>
              {ofRow.map(({ key, words, marks, block: { cell } }) => {
                const Cell = cell?.above === '' && row === 0 ? 'th' : 'td'
                return (
                  <Cell key={key} className={marks === '' ? undefined : 'check-figure'}>
                    <Words words={words} marks={marks} />
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Words = memo(({ words, marks }: { words: string; marks: string }) => {
  const t = useWords()
  const drawn: ReactNode[] = []
  let at = 0
  for (const { from, to, mark, verdict } of marksRead(marks)) {
    const { glyph, words: said } = verdictSigns[verdict]
    drawn.push(
      words.slice(at, from),
      <MarkDrawn key={mark} {...{ mark, verdict, glyph }} said={t(said)} words={words.slice(from, to)} />,
    )
    at = to
  }
  drawn.push(words.slice(at))
  return drawn
})

interface MarkDrawnProps extends Pick<Mark, 'mark' | 'verdict'> {
  glyph: string
  said: string
  words: string
}

function MarkDrawn({ mark, verdict, glyph, said, words }: MarkDrawnProps) {
  return (
    <a
      id={`mark-${mark}`}
      href={`#finding-${mark}`}
      className="mark"
      tabIndex={-1}
      title={said}
      aria-label={`${words}，${said}`}
      data-verdict={verdict}
      data-glyph={glyph}
    >
      {words}
    </a>
  )
}
