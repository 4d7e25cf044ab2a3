import { CameraOutlined, CloseOutlined } from '@ant-design/icons'
import { type ReactNode, useId } from 'react'
import { T, useWords } from '../locale.tsx'
import './photos.css'
import { ProblemLine } from './ProblemLine.tsx'
import { type Sending, type SentPhoto, useSendingPhotos } from './use-sending-photos.ts'

export type { SentPhoto } from './use-sending-photos.ts'

interface PhotoInputProps {
  label: ReactNode
  /** those that arrived */
  photos: readonly SentPhoto[]
  onChange: (photos: SentPhoto[]) => void
  most?: number
  /** for somebody without an account */
  open?: boolean
  /** the phone's camera straight, without asking for its album */
  camera?: boolean
  /** told while some are on their way */
  onBusy?: (busy: boolean) => void
}

/** Photos from the camera or the album: made small on the phone, sent at once, each with its progress; one that did not go is tried again. */
export function PhotoInput({ label, most = 4, camera, ...choices }: PhotoInputProps) {
  const t = useWords()
  const id = useId()
  const { row, add, remove, again } = useSendingPhotos(choices)
  const left = most - row.length
  return (
    <fieldset className="photo-input">
      <legend>{label}</legend>
      <div className="photo-row">
        {row.map((one, nth) => (
          <Sent key={one.key} sending={one} nth={nth + 1} onRemove={() => remove(one)} onAgain={() => again(one)} />
        ))}
        {left > 0 && (
          <label htmlFor={id} className="photo-add">
            <CameraOutlined aria-hidden />
            <span>{camera ? <T zh="拍照" en="Take a photo" /> : <T zh="拍照或选照片" en="Take or choose" />}</span>
            <input
              id={id}
              type="file"
              accept="image/jpeg,image/png,image/webp"
              multiple={!camera && left > 1}
              {...(camera ? { capture: 'environment' as const } : {})}
              onChange={(event) => {
                add([...(event.target.files ?? [])].slice(0, left))
                event.target.value = ''
              }}
            />
          </label>
        )}
      </div>
      {row.map((one) => (
        <ProblemLine key={one.key} problem={one.problem} />
      ))}
      <p className="photo-said" role="status">
        {row.length > 0 &&
          t(
            { zh: '{done} 张已传好，共 {all} 张', en: '{done} of {all} sent' },
            { done: row.filter(({ arrived }) => arrived).length, all: row.length },
          )}
      </p>
    </fieldset>
  )
}

interface SentProps {
  sending: Sending
  nth: number
  onRemove: () => void
  onAgain: () => void
}

function Sent({ sending: { preview, share, problem, arrived }, nth, onRemove, onAgain }: SentProps) {
  const t = useWords()
  const name = t({ zh: '照片 {nth}', en: 'Photo {nth}' }, { nth })
  return (
    <figure className="photo-tile" data-problem={problem ? true : undefined}>
      <img src={preview} alt={name} />
      {!arrived && !problem && (
        <progress value={share < 1 ? share : undefined} max={1} aria-label={t({ zh: '正在上传', en: 'Sending' })} />
      )}
      {problem && (
        <button type="button" className="photo-again" onClick={onAgain}>
          <T zh="重传" en="Try again" />
        </button>
      )}
      <button
        type="button"
        className="photo-remove"
        onClick={onRemove}
        aria-label={t({ zh: '去掉{name}', en: 'Remove {name}' }, { name: name.toLowerCase() })}
      >
        <CloseOutlined aria-hidden />
      </button>
    </figure>
  )
}
