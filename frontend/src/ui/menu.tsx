import { type ReactNode, useEffect, useRef } from 'react'

/** Between a list and the edge of the screen, in pixels. */
const MARGIN = 8

/** A disclosure with a list of links and buttons; Escape, a click elsewhere and going on to something else close it. After an act the focus is back on what opened it. */
export function Menu(props: { label: ReactNode; name: string; start?: boolean; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (focus: boolean) => {
      if (!details.current?.open) return
      details.current.open = false
      if (focus) details.current.querySelector('summary')?.focus()
    }
    const onKey = (event: KeyboardEvent) => {
      // Who is elsewhere by now stays there.
      if (event.key === 'Escape') close(details.current?.contains(document.activeElement) === true)
    }
    const onClick = (event: MouseEvent) => {
      const target = event.target as Element
      if (!details.current?.contains(target) || target.closest('.np-menu__list a')) close(false)
      else if (target.closest('.np-menu__list button')) close(true)
    }
    const menu = details.current
    // Nothing takes the focus over when the window loses it, or when something is pressed that takes none.
    const onLeave = ({ relatedTarget: next }: FocusEvent) => {
      if (next instanceof Node && !menu?.contains(next)) close(false)
    }
    menu?.addEventListener('focusout', onLeave)
    document.addEventListener('keydown', onKey)
    document.addEventListener('click', onClick)
    return () => {
      menu?.removeEventListener('focusout', onLeave)
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('click', onClick)
    }
  }, [])
  return (
    <details ref={details} onToggle={(event) => keepOnScreen(event.currentTarget)} className={`np-menu${props.start ? ' np-menu--start' : ''}`}>
      <summary aria-label={props.name}>{props.label}</summary>
      <div className="np-menu__list">{props.children}</div>
    </details>
  )
}

/** A list that would leave a small screen is moved back onto it. */
function keepOnScreen(menu: HTMLDetailsElement): void {
  const list = menu.querySelector<HTMLElement>('.np-menu__list')
  if (!list) return
  list.style.translate = ''
  if (!menu.open) return
  const { left, right } = list.getBoundingClientRect()
  const shift = Math.max(0, MARGIN - left) - Math.max(0, right - (document.documentElement.clientWidth - MARGIN))
  if (shift !== 0) list.style.translate = `${String(shift)}px`
}
