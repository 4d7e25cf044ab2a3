import { Fragment, type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { HelpButton } from './HelpButton.tsx'
import { PageSentence } from './PageSentence.tsx'
import './page.css'

interface PageProps {
  title: string
  /** the one sentence a person could read aloud */
  sentence?: ReactNode
  /** where this page hangs: `[{ title, to }]`, outermost first, without the page itself */
  trail?: readonly { title: string; to: string }[]
  deeds?: ReactNode
  /** `<guide page>/<section>`, e.g. `clerk/import` */
  help?: string
  /** as wide as the window: for wide tables and pictures */
  wide?: boolean
  children: ReactNode
}

/** The frame of a page: trail, title, deeds at the right, the sentence, then the content. One `<h1>` a page. */
export function Page({ title, sentence, trail = [], deeds, help, wide, children }: PageProps) {
  useEffect(() => {
    document.title = document.title.replace(/^[^·]*/, `${title} `)
  }, [title])
  return (
    <article className="page" data-wide={wide || undefined}>
      <header>
        <div className="page-name">
          {trail.length > 0 && (
            <nav className="page-trail" aria-label={title}>
              {trail.map((step) => (
                <Fragment key={step.to}>
                  <Link to={step.to}>{step.title}</Link>
                  <span aria-hidden>/</span>
                </Fragment>
              ))}
            </nav>
          )}
          <h1>{title}</h1>
          {help && <HelpButton section={help} />}
        </div>
        {deeds && <div className="page-deeds">{deeds}</div>}
      </header>
      {sentence !== undefined && <PageSentence>{sentence}</PageSentence>}
      {children}
    </article>
  )
}

/** A part of a page under its own heading, parted by a rule and white space, never by a box. */
export function Part({
  title,
  note,
  deeds,
  children,
}: {
  title: ReactNode
  note?: ReactNode
  deeds?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="page-part">
      <header>
        <h2>{title}</h2>
        {note && <p>{note}</p>}
        {deeds && <div className="page-deeds">{deeds}</div>}
      </header>
      {children}
    </section>
  )
}
