import type { ReactNode } from 'react'
import './notice.css'

/** A whole area that has one thing to say: what is so, and what to do about it. */
export function Notice(props: {
  mark?: ReactNode
  title: ReactNode
  detail?: ReactNode
  cure?: ReactNode
  children?: ReactNode
  alert?: boolean
  /** it is the whole page, so its heading is the page's */
  whole?: boolean
}) {
  const Heading = props.whole ? 'h1' : 'h2'
  return (
    <section className="notice" role={props.alert ? 'alert' : undefined}>
      {props.mark && (
        <p className="notice-mark" aria-hidden>
          {props.mark}
        </p>
      )}
      <Heading>{props.title}</Heading>
      {props.detail && <p className="notice-detail">{props.detail}</p>}
      {props.cure && <p>{props.cure}</p>}
      {props.children && <div className="notice-deeds">{props.children}</div>}
    </section>
  )
}
