import { Button } from 'antd'
import { useState } from 'react'
import type { Sent } from '#kernel/http/endpoint.ts'
import { useSend } from '#web/client.ts'
import { PhotoInput, type SentPhoto } from '#web/kit/PhotoInput.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { newProgressId } from '#web/kit/Progress.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { DeedOffered, MatterShown } from '../desk/matter-shapes.ts'
import { moveOne } from '../desk/open-shapes.ts'
import type { DeedName } from '../engine/deed-shapes.ts'
import { stateWords } from '../engine/states.ts'
import { DeedField } from './DeedField.tsx'
import { photoKindOf } from './matter-words.ts'

type Body = Sent<typeof moveOne>['body']
export type Value = string | boolean | undefined

interface DeedFormProps {
  offered: DeedOffered
  matter: MatterShown
  onDone: () => void
}

/** Asks for what a deed needs and does it; fields that may stay empty say so. A form sent twice does it once. */
export function DeedForm({ offered: { deed, words, fields }, matter, onDone }: DeedFormProps) {
  const t = useWords()
  const say = useSay()
  const [values, setValues] = useState<Record<string, Value>>(() => begun(deed, matter))
  const [photos, setPhotos] = useState<readonly SentPhoto[]>([])
  const [busy, setBusy] = useState(false)
  const [key] = useState(newProgressId)
  const move = useSend(moveOne, {
    onDone: ({ state }) => {
      say(
        t(
          { zh: '{deed}：现在是{state}', en: '{deed}: it is now {state}' },
          { deed: t(words), state: t(stateWords[state]) },
        ),
      )
      onDone()
    },
  })
  const asked = fields.map((field) => ({ name: field.replace('?', ''), optional: field.endsWith('?') }))
  const typed = asked.filter(({ name }) => name !== 'photos' && name !== 'place')
  const complete = typed.every(({ name, optional }) => optional || filled(values[name]))
  const send = () => {
    const kind = photoKindOf(deed as DeedName)
    const body = {
      ...{ deed, seen: matter.row.version, idempotencyKey: key, ...told(values) },
      ...(photos.length > 0 ? { photos: photos.map(({ id }) => ({ id, kind })) } : {}),
    }
    move.mutate({ params: { number: matter.row.number }, body: body as Body })
  }
  return (
    <form
      className="matter-deed-form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {typed.map(({ name, optional }) => (
        <DeedField
          key={name}
          {...{ name, optional, deed, matter }}
          value={values[name]}
          onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
        />
      ))}
      {asked.some(({ name }) => name === 'photos') && (
        <PhotoInput
          label={<T zh="照片（可空）" en="Photos (optional)" />}
          photos={photos}
          onChange={setPhotos}
          onBusy={setBusy}
          most={6}
        />
      )}
      <ProblemLine problem={move.error} />
      <p className="matter-deed-send">
        <Button
          autoInsertSpace={false}
          type="primary"
          htmlType="submit"
          loading={move.isPending}
          disabled={!complete || busy}
        >
          {t(words)}
        </Button>
        <Button autoInsertSpace={false} onClick={onDone}>
          <T zh="取消" en="Leave it" />
        </Button>
      </p>
    </form>
  )
}

/** What is known before anybody types: the standard there is, the unit the standard names. */
function begun(deed: string, { row }: MatterShown): Record<string, Value> {
  return deed === 'correct' ? { title: row.title, address: row.address, category: row.category } : {}
}

const filled = (value: Value) => typeof value === 'boolean' || (value !== undefined && value.trim().length > 0)

function told(values: Record<string, Value>): Record<string, unknown> {
  const said = Object.entries(values).filter(([, value]) => filled(value))
  return Object.fromEntries(
    said.map(([name, value]) => [
      name,
      name === 'standard' ? Number(value) : typeof value === 'string' ? value.trim() : value,
    ]),
  )
}
