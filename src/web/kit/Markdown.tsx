import type { Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { Fragment, type ReactNode } from 'react'
import './markdown.css'

/** Markdown as React elements; raw HTML stays text. A heading that ends in `{#import}` gets that id. */
export function Markdown({ text, idPrefix = '' }: { text: string; idPrefix?: string }) {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  return <div className="markdown">{drawAll(tree.children, idPrefix)}</div>
}

function drawAll(nodes: readonly Nodes[], idPrefix: string): ReactNode {
  return nodes.map((node, place) => (
    <Fragment key={node.position?.start.offset ?? place}>{draw(node, idPrefix)}</Fragment>
  ))
}

function draw(node: Nodes, idPrefix: string): ReactNode {
  const inside = () => ('children' in node ? drawAll(node.children, idPrefix) : null)
  switch (node.type) {
    case 'text':
      return node.value
    case 'paragraph':
      return <p>{inside()}</p>
    case 'heading':
      return drawHeading(node, idPrefix)
    case 'strong':
      return <strong>{inside()}</strong>
    case 'emphasis':
      return <em>{inside()}</em>
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return <pre>{node.value}</pre>
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{inside()}</ol> : <ul>{inside()}</ul>
    case 'listItem':
      return <li>{inside()}</li>
    case 'link':
      return <a href={safeAddress(node.url)}>{inside()}</a>
    case 'image':
      return <img src={safeAddress(node.url)} alt={node.alt ?? ''} loading="lazy" />
    case 'thematicBreak':
      return <hr />
    case 'break':
      return <br />
    case 'table':
      return drawTable(node.children, idPrefix)
    default:
      return 'value' in node ? node.value : inside()
  }
}

function drawHeading(node: Extract<RootContent, { type: 'heading' }>, idPrefix: string): ReactNode {
  const Heading = `h${Math.min(6, node.depth + 1)}` as 'h2'
  const last = node.children.at(-1)
  const marked = last?.type === 'text' ? /^(.*?)\s*\{#([\w-]+)\}$/.exec(last.value) : null
  if (!marked) return <Heading>{drawAll(node.children, idPrefix)}</Heading>
  return (
    <Heading id={idPrefix + marked[2]}>
      {drawAll(node.children.slice(0, -1), idPrefix)}
      {marked[1]}
    </Heading>
  )
}

function drawTable(rows: Extract<RootContent, { type: 'table' }>['children'], idPrefix: string): ReactNode {
  const [head, ...body] = rows
  const cells = (row: typeof head, Cell: 'th' | 'td') =>
    row?.children.map((cell, place) => (
      <Cell key={cell.position?.start.offset ?? place}>{drawAll(cell.children, idPrefix)}</Cell>
    ))
  return (
    <table>
      <thead>
        <tr>{cells(head, 'th')}</tr>
      </thead>
      <tbody>
        {body.map((row, place) => (
          <tr key={row.position?.start.offset ?? place}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}

/** Only addresses that cannot run anything. */
function safeAddress(address: string): string {
  return /^(https?:|mailto:|\/|#|\.)/i.test(address) ? address : '#'
}
