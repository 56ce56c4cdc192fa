import { type ButtonHTMLAttributes, type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { hold } from '@/lib/hold'

type Appearance = 'primary' | 'secondary' | 'subtle'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  appearance?: Appearance
  danger?: boolean
  /** At work: it keeps its place and its focus, and does not act twice. Given for what takes time, also when it rests. */
  busy?: boolean
}

const CLASS: Record<Appearance, string> = {
  primary: 'utrecht-button--primary-action',
  secondary: 'utrecht-button--secondary-action',
  subtle: 'utrecht-button--subtle',
}

function classes(appearance: Appearance, danger: boolean): string {
  return `utrecht-button ${CLASS[appearance]}${danger ? ' utrecht-button--danger' : ''}`
}

export function Button({ appearance = 'secondary', danger = false, busy, type = 'button', className = '', onClick, ...rest }: ButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => (busy ? hold(button.current) : undefined), [busy])
  // A double click may come as a whole, before the page knows that it is busy.
  const once = (event: MouseEvent<HTMLButtonElement>) => (busy || event.detail > 1 ? event.preventDefault() : onClick?.(event))
  return (
    <button
      {...rest}
      ref={button}
      type={type}
      className={`${classes(appearance, danger)} ${className}`.trimEnd()}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy === undefined ? onClick : once}
    />
  )
}

/** A link that is the next step of a page. Its label says more than its words, where several say the same. */
export function ButtonLink(props: { href: string; appearance?: Appearance; label?: string; children: ReactNode }) {
  return (
    <a className={`${classes(props.appearance ?? 'primary', false)} np-button-link`} href={props.href} aria-label={props.label}>
      {props.children}
    </a>
  )
}
