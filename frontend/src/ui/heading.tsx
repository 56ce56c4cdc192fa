import { type ReactNode, useEffect, useRef } from 'react'
import { arriveAt } from '@/lib/arrival'

/** The one h1 of a page: it names the window, and takes the focus after a change of page. */
export function PageHeading(props: { title: string; about?: string | undefined; site: string; lang?: string | undefined; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const name = props.about ? `${props.title}: ${props.about}` : props.title
  useEffect(() => {
    document.title = name === props.site ? name : `${name} · ${props.site}`
    if (heading.current) arriveAt(heading.current)
  }, [name, props.site])
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto" lang={props.lang}>
      {props.children ?? props.title}
    </h1>
  )
}
