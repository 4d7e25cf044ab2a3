import type { ReactNode } from 'react'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { captionOf, tableOf } from '../pictures/picture.ts'
import type { FigureInfo, TreeShown } from '../shapes.ts'
import type { Align, Block, Inline } from '../tree.ts'
import { PictureDrawn } from './PictureDrawn.tsx'
import { PrintedFigure } from './PrintedFigure.tsx'
import './paper.css'

interface PaperProps {
  tree: TreeShown
  printed: readonly FigureInfo[]
  /** places of figures that read differently today */
  changed?: ReadonlySet<number> | undefined
  /** said above the title: that it is a draft, that it was withdrawn */
  stamp?: ReactNode
}

/** A sheet of paper on screen: every figure is a door to its lineage. It prints as the Word file does. */
export function Paper({ tree, printed, changed = new Set(), stamp }: PaperProps) {
  const { closing, locale } = tree
  const drawing: Drawing = { locale, figures: new Map(printed.map((figure) => [figure.place, figure])), changed }
  return (
    <section className="paper" lang={locale === 'zh' ? 'zh-CN' : 'en'} aria-label={tree.title}>
      {stamp && <p className="paper-stamp">{stamp}</p>}
      <h2 className="paper-title">{tree.title}</h2>
      <Blocks blocks={tree.blocks} drawing={drawing} />
      <p className="paper-closing">
        {closing.by}
        <br />
        {printPeriod(parsePeriod(closing.on), locale)}
      </p>
    </section>
  )
}

interface Drawing {
  /** the document's language, whatever the reader's is */
  locale: TreeShown['locale']
  figures: ReadonlyMap<number, FigureInfo>
  changed: ReadonlySet<number>
}

function Blocks({ blocks, drawing }: { blocks: readonly Block[]; drawing: Drawing }) {
  return inOrder(blocks).map(({ key, one }) => <BlockDrawn key={key} block={one} drawing={drawing} />)
}

function BlockDrawn({ block, drawing }: { block: Block; drawing: Drawing }) {
  const { locale } = drawing
  if (block.kind === 'table') return <TableDrawn table={block} drawing={drawing} />
  if (block.kind === 'picture') {
    return (
      <figure className="paper-picture" id={`picture-${block.picture.number.replaceAll(/\D/g, '')}`}>
        <PictureDrawn picture={block.picture} />
        <figcaption>{captionOf(block.picture)}</figcaption>
        <details>
          <summary>{locale === 'zh' ? '图中数据' : 'Values of the figure'}</summary>
          <TableDrawn table={tableOf(block.picture)} drawing={drawing} />
        </details>
      </figure>
    )
  }
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul'
    const items = inOrder(block.items).map(({ key, one }) => (
      <li key={key}>
        <Blocks blocks={one} drawing={drawing} />
      </li>
    ))
    return <List>{items}</List>
  }
  const words = <Inlines inlines={block.children} drawing={drawing} />
  if (block.kind === 'paragraph') return <p>{words}</p>
  const Heading = ({ 1: 'h3', 2: 'h4', 3: 'h5' } as const)[block.level]
  return (
    <Heading>
      {block.number}
      {words}
    </Heading>
  )
}

function TableDrawn({ table, drawing }: { table: Extract<Block, { kind: 'table' }>; drawing: Drawing }) {
  const cells = (row: readonly Inline[][]) =>
    inOrder(row).map(({ key, one }) => ({ key, align: alignOf(table.align[Number(key)]), one }))
  return (
    <div className="paper-table" {...reachedByKeyboard(drawing.locale)}>
      <table>
        <thead>
          <tr>
            {cells(table.head).map(({ key, align, one }) => (
              <th key={key} scope="col" data-align={align}>
                <Inlines inlines={one} drawing={drawing} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(table.rows).map(({ key: row, one: line }) => (
            <tr key={row}>
              {cells(line).map(({ key, align, one }) => (
                <td key={key} data-align={align}>
                  <Inlines inlines={one} drawing={drawing} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A wide table is scrolled on a phone, also by whoever has only a keyboard and finds no figure to stop at in it. */
function reachedByKeyboard(locale: Drawing['locale']) {
  return { role: 'group', tabIndex: 0, 'aria-label': locale === 'zh' ? '表格' : 'Table' }
}

function Inlines({ inlines, drawing }: { inlines: readonly Inline[]; drawing: Drawing }) {
  return inOrder(inlines).map(({ key, one }) => <InlineDrawn key={key} inline={one} drawing={drawing} />)
}

function InlineDrawn({ inline, drawing }: { inline: Inline; drawing: Drawing }) {
  if (inline.kind === 'text') return inline.text
  if (inline.kind === 'break') return <br />
  if (inline.kind === 'figure') {
    const figure = drawing.figures.get(inline.figure)
    if (!figure) return inline.text
    return <PrintedFigure figure={figure} changed={drawing.changed.has(inline.figure)} />
  }
  const words = <Inlines inlines={inline.children} drawing={drawing} />
  return inline.kind === 'strong' ? <strong>{words}</strong> : <em>{words}</em>
}

/** A written text keeps its order, so that the place is as good a key as any. */
function inOrder<T>(list: readonly T[]): { key: string; one: T }[] {
  return list.map((one, place) => ({ key: String(place), one }))
}

const alignOf = (align: Align | undefined) => (align === 'left' ? undefined : align)
