import { useEffect } from 'react'

/** As long as a page may need to show what is wrong, in milliseconds. */
const SHOWN = 50

/** What is sent as one, be it a form or not. */
const SENT = 'form, dialog, [data-closes]'

/** Who sent a form that was refused goes on at the first field at fault; where the page put the focus itself, it stays. */
export function goToFirstFault(): void {
  const from = document.activeElement
  const form = from?.closest(SENT)
  if (!form) return
  setTimeout(() => {
    if (document.activeElement === from) form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, SHOWN)
}

/** For every field: who just pressed a button goes to what is wrong now, whoever sent it. While somebody types, nothing moves. */
export function useGoToFault(error: string | null | undefined): void {
  useEffect(() => {
    if (error && document.activeElement instanceof HTMLButtonElement) goToFirstFault()
  }, [error])
}
