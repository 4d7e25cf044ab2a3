import { QuestionCircleOutlined } from '@ant-design/icons'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../locale.tsx'
import './help-button.css'

const HelpDrawer = lazy(() => import('./HelpDrawer.tsx'))

/** Opens the guide at the side of the page. `section` is `<guide page>/<heading id>`, e.g. `clerk/import`. */
export function HelpButton({ section }: { section: string }) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="help-button"
        onClick={() => setOpen(true)}
        title={t({ zh: '本页说明', en: 'Help with this page' })}
      >
        <QuestionCircleOutlined aria-hidden />
        <span className="for-readers">{t({ zh: '本页说明', en: 'Help with this page' })}</span>
      </button>
      {open && (
        <Suspense>
          <HelpDrawer section={section} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
