import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '#web/session.ts'

/** A quiet button that opens a sheet; not there for who may not do what the sheet does. */
export function SheetDoor({
  words,
  permission,
  children,
}: {
  words: string
  permission: string
  children: (close: () => void) => ReactNode
}) {
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may(permission)) return null
  return (
    <>
      <Button size="small" autoInsertSpace={false} onClick={() => setOpen(true)}>
        {words}
      </Button>
      {open && children(() => setOpen(false))}
    </>
  )
}
