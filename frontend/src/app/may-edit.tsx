import { type ReactNode, useState } from 'react'
import { ForbiddenPage } from './error-page'

/** An editor, for whoever may edit. Who loses that while writing keeps their words in sight: the server refuses, and the editor says why. */
export function MayEdit(props: { may: boolean; children: ReactNode }) {
  const [opened, setOpened] = useState(props.may)
  if (props.may && !opened) setOpened(true)
  return opened ? <>{props.children}</> : <ForbiddenPage />
}
