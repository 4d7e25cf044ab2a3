import { useEffect, useRef, useState } from 'react'
import { Problem } from '../problem.ts'
import { freshKey } from './fresh-key.ts'
import { type Photo, sendPhoto } from './send-photo.ts'
import { shrinkPhoto } from './shrink-photo.ts'

/** A photo that arrived: what the server keeps, its key, and an address on this phone to look at it. */
export interface SentPhoto extends Photo {
  key: string
  preview: string
}

/** One photo of the row: on its way, there, or refused. */
export interface Sending {
  key: string
  preview: string
  /** 0 to 1 while it is on its way */
  share: number
  problem: Problem | null
  arrived: boolean
}

interface Choices {
  photos: readonly SentPhoto[]
  onChange: (photos: SentPhoto[]) => void
  onBusy?: ((busy: boolean) => void) | undefined
  open?: boolean | undefined
}

/** Photos under way: shrinks and sends each that is added, tells its share, tries again under the same key. */
export function useSendingPhotos({ photos, onChange, onBusy, open }: Choices) {
  const [row, setRow] = useState<Sending[]>([])
  const files = useRef(new Map<string, File>())
  const arrived = useRef(photos)
  arrived.current = photos
  const busy = row.some((one) => !one.arrived && !one.problem)
  useEffect(() => onBusy?.(busy), [busy, onBusy])
  const change = (key: string, what: Partial<Sending>) =>
    setRow((now) => now.map((one) => (one.key === key ? { ...one, ...what } : one)))

  const send = async (key: string, preview: string) => {
    change(key, { problem: null, share: 0 })
    try {
      const file = await shrinkPhoto(files.current.get(key) as File)
      const photo = await sendPhoto(file, { key, open, onProgress: (share) => change(key, { share }) })
      if (!files.current.has(key)) return
      arrived.current = [...arrived.current, { ...photo, key, preview }]
      onChange([...arrived.current])
      change(key, { arrived: true, share: 1 })
    } catch (error) {
      change(key, { problem: error instanceof Problem ? error : new Problem({ code: 'fault', status: 0 }) })
    }
  }

  const add = (added: readonly File[]) => {
    const fresh = added.map((file) => ({ key: freshKey(), preview: URL.createObjectURL(file), file }))
    for (const { key, file } of fresh) files.current.set(key, file)
    setRow((now) => [
      ...now,
      ...fresh.map(({ key, preview }) => ({ key, preview, share: 0, problem: null, arrived: false })),
    ])
    for (const { key, preview } of fresh) void send(key, preview)
  }

  const remove = ({ key, preview }: Sending) => {
    files.current.delete(key)
    URL.revokeObjectURL(preview)
    setRow((now) => now.filter((one) => one.key !== key))
    onChange(arrived.current.filter((one) => one.key !== key))
  }

  const shown = row.filter((one) => !one.arrived || photos.some(({ key }) => key === one.key))
  return { row: shown, add, remove, again: ({ key, preview }: Sending) => void send(key, preview) }
}
