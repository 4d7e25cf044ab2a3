import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useRef, useState } from 'react'
import { T, useWords } from '../locale.tsx'
import './photos.css'
import { useModal } from './use-modal.ts'

/** A kept photo to look at. */
export interface ShownPhoto {
  id: string
  /** what it shows: 处置前 */
  words?: string | undefined
  /** by the camera's own clock */
  takenAt?: string | null | undefined
  place?: { longitude: number; latitude: number } | null | undefined
}

interface PhotoStripProps {
  photos: readonly ShownPhoto[]
  /** on a page for anybody */
  open?: boolean
  /** where the pictures lie, when neither of the two doors is theirs */
  from?: PictureAddress
}

export type PictureAddress = (id: string, size: 'thumb' | 'screen') => string

/** Photos in a row; a press shows one large, arrows lead to the next. */
export function PhotoStrip({ photos, open = false, from = open ? openAddress : ownAddress }: PhotoStripProps) {
  const t = useWords()
  const [shown, setShown] = useState<number | null>(null)
  if (photos.length === 0) return null
  return (
    <div className="photo-row">
      {photos.map((photo, nth) => (
        <figure key={photo.id} className="photo-tile">
          <button type="button" className="photo-open" onClick={() => setShown(nth)}>
            <img
              src={from(photo.id, 'thumb')}
              alt={saidOf(t({ zh: '照片', en: 'Photo' }), photo, nth)}
              loading="lazy"
            />
          </button>
          {photo.words && <figcaption>{photo.words}</figcaption>}
        </figure>
      ))}
      {shown !== null && (
        <Large photos={photos} nth={shown} from={from} onTurn={setShown} onClose={() => setShown(null)} />
      )}
    </div>
  )
}

const ownAddress: PictureAddress = (id, size) => `/api/photos/${id}/${size}`
const openAddress: PictureAddress = (id, size) => `/api/open/photos/${id}/${size}.jpg`

const saidOf = (photo: string, { words }: ShownPhoto, nth: number) => [photo, nth + 1, words].filter(Boolean).join(' ')

interface LargeProps {
  photos: readonly ShownPhoto[]
  nth: number
  from: PictureAddress
  onTurn: (nth: number) => void
  onClose: () => void
}

function Large({ photos, nth, from, onTurn, onClose }: LargeProps) {
  const t = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useModal(dialog, onClose)
  const photo = photos[nth]
  if (!photo) return null
  const turn = (by: number) => onTurn((nth + by + photos.length) % photos.length)
  return (
    <dialog
      ref={dialog}
      className="photo-large"
      aria-label={saidOf(t({ zh: '照片', en: 'Photo' }), photo, nth)}
      onKeyDown={({ key }) => (key === 'ArrowLeft' ? turn(-1) : key === 'ArrowRight' && turn(1))}
    >
      <img src={from(photo.id, 'screen')} alt={saidOf(t({ zh: '照片', en: 'Photo' }), photo, nth)} />
      <footer>
        <span>{photo.words}</span>
        {photo.takenAt && (
          <span>
            <T zh="拍摄于 {at}" en="Taken {at}" at={photo.takenAt.slice(0, 16).replace('T', ' ')} />
          </span>
        )}
        {photo.place && (
          <span>
            {photo.place.longitude.toFixed(5)}, {photo.place.latitude.toFixed(5)}
          </span>
        )}
        <span className="photo-turns">
          {photos.length > 1 && (
            <>
              <button type="button" onClick={() => turn(-1)} aria-label={t({ zh: '上一张', en: 'Previous photo' })}>
                <LeftOutlined aria-hidden />
              </button>
              {nth + 1} / {photos.length}
              <button type="button" onClick={() => turn(1)} aria-label={t({ zh: '下一张', en: 'Next photo' })}>
                <RightOutlined aria-hidden />
              </button>
            </>
          )}
          <button type="button" onClick={onClose}>
            <T zh="关闭" en="Close" />
          </button>
        </span>
      </footer>
    </dialog>
  )
}
