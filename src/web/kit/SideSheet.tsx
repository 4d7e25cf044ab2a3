import { CloseOutlined } from '@ant-design/icons'
import { ConfigProvider } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useWords } from '../locale.tsx'
import './side-sheet.css'
import { useModal } from './use-modal.ts'

interface SideSheetProps {
  title: ReactNode
  onClose: () => void
  from?: 'right' | 'left'
  children: ReactNode
}

/** A sheet that slides over the page's side; Escape, the cross and the ground behind it close it. */
export function SideSheet({ title, onClose, from = 'right', children }: SideSheetProps) {
  const t = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useModal(dialog, onClose)
  return (
    <dialog ref={dialog} className="side-sheet" data-from={from}>
      <div className="side-sheet-body">
        <header>
          <h2>{title}</h2>
          <button type="button" onClick={onClose} aria-label={t({ zh: '关闭', en: 'Close' })}>
            <CloseOutlined aria-hidden />
          </button>
        </header>
        {/* A modal dialog lies above the page's own layer: what opens inside it must be drawn inside it. */}
        <ConfigProvider getPopupContainer={() => dialog.current ?? document.body}>{children}</ConfigProvider>
      </div>
    </dialog>
  )
}
