import { UploadOutlined } from '@ant-design/icons'
import { type DragEvent, type ReactNode, useId, useState } from 'react'
import { T } from '../locale.tsx'
import './file-drop.css'

interface FileDropProps {
  /** as of `<input accept>`: `.csv,.xlsx` */
  accept: string
  onFiles: (files: readonly File[]) => void
  several?: boolean
  disabled?: boolean
  /** what may be dropped, and how large */
  children?: ReactNode
}

/** A place to drop a file on, which is also a button that asks for one. */
export function FileDrop({ accept, onFiles, several, disabled, children }: FileDropProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const chosen = [...(files ?? [])].slice(0, several ? undefined : 1)
    if (chosen.length > 0 && !disabled) onFiles(chosen)
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(event.type === 'dragover')
  }
  return (
    <div className="file-drop" data-over={over || undefined}>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={several}
        disabled={disabled}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <label
        htmlFor={id}
        onDragOver={hover}
        onDragLeave={hover}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <strong>
          <UploadOutlined aria-hidden /> <T zh="把文件拖到这里，或点击选择" en="Drop a file here, or click to choose" />
        </strong>
        {children && <small>{children}</small>}
      </label>
    </div>
  )
}
