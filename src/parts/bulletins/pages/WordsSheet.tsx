import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Problem } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T } from '#web/locale.tsx'
import '#web/kit/plain-field.css'
import './bulletins.css'

interface WordsSheetProps {
  title: ReactNode
  /** what the deed does */
  note: ReactNode
  label: ReactNode
  /** characters asked for; 0: words may stay away */
  least: number
  deed: ReactNode
  danger?: boolean
  busy: boolean
  problem: Problem | null
  onGive: (words: string) => void
  onClose: () => void
}

/** A deed that is kept with the words of who did it. */
export function WordsSheet(props: WordsSheetProps) {
  const [words, setWords] = useState('')
  return (
    <SideSheet title={props.title} onClose={props.onClose}>
      <form
        className="bulletin-withdrawal"
        onSubmit={(event) => {
          event.preventDefault()
          props.onGive(words.trim())
        }}
      >
        <p>{props.note}</p>
        <label htmlFor="deed-words">{props.label}</label>
        <textarea
          id="deed-words"
          className="plain-field"
          required={props.least > 0}
          minLength={props.least}
          maxLength={400}
          rows={4}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <ProblemLine problem={props.problem} />
        <div className="bulletin-deeds">
          <Button
            type="primary"
            danger={props.danger ?? false}
            htmlType="submit"
            loading={props.busy}
            autoInsertSpace={false}
          >
            {props.deed}
          </Button>
          <Button onClick={props.onClose} autoInsertSpace={false}>
            <T zh="取消" en="Cancel" />
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}
