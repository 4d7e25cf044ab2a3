import { CameraOutlined, CloseOutlined } from '@ant-design/icons'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { T, useWords } from '#web/locale.tsx'

interface FieldPhotosProps {
  label: ReactNode
  files: readonly File[]
  most: number
  onChange: (files: File[]) => void
}

/** Pictures straight from the camera, held on the phone; nothing is sent from here. */
export function FieldPhotos({ label, files, most, onChange }: FieldPhotosProps) {
  const t = useWords()
  const id = useId()
  return (
    <fieldset className="field-photos">
      <legend>{label}</legend>
      {files.map((file, nth) => (
        <Preview
          key={`${file.name} ${file.lastModified} ${file.size}`}
          file={file}
          words={t({ zh: '照片 {nth}', en: 'Photo {nth}' }, { nth: nth + 1 })}
          onRemove={() => onChange(files.filter((one) => one !== file))}
        />
      ))}
      {files.length < most && (
        <label htmlFor={id} className="field-camera">
          <CameraOutlined aria-hidden />
          <T zh="拍照" en="Take a photo" />
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => {
              onChange([...files, ...(event.target.files ?? [])].slice(0, most))
              event.target.value = ''
            }}
          />
        </label>
      )}
    </fieldset>
  )
}

function Preview({ file, words, onRemove }: { file: File; words: string; onRemove: () => void }) {
  const t = useWords()
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <figure>
      {address && <img src={address} alt={words} />}
      <button type="button" onClick={onRemove} aria-label={t({ zh: '去掉{words}', en: 'Remove {words}' }, { words })}>
        <CloseOutlined aria-hidden />
      </button>
    </figure>
  )
}
