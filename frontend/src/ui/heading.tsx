import { type ReactNode, useEffect, useRef } from 'react'
import { arriveAt } from '@/lib/arrival'

/** The one h1 of a page: it names the window, and takes the focus after a change of page. */
export function PageHeading(props: { title: string; site: string; lang?: string | undefined; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = props.title === props.site ? props.site : `${props.title} · ${props.site}`
    if (heading.current) arriveAt(heading.current)
  }, [props.title, props.site])
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto" lang={props.lang}>
      {props.children ?? props.title}
    </h1>
  )
}
