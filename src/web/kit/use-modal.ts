import { type RefObject, useEffect, useRef } from 'react'

/** Shows a native dialog over the page while it is mounted; Escape and a press on the ground behind it close it. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, onClose: () => void): void {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const shown = dialog.current
    if (!shown) return
    const told = () => close.current()
    const outside = (event: Event) => event.target === shown && told()
    shown.showModal()
    shown.addEventListener('cancel', told)
    shown.addEventListener('pointerdown', outside)
    return () => {
      shown.removeEventListener('cancel', told)
      shown.removeEventListener('pointerdown', outside)
      shown.close()
    }
  }, [dialog])
}
