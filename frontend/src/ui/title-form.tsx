import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from './button'
import { TextField } from './field'
import { useRefusal } from './refused'

interface Props {
  /** Under what name it is kept in this browser until it has begun. */
  name: string
  label: string
  hint?: string
  /** What beginning ended in, when it could not. */
  error: unknown
  busy: boolean
  /** What is asked before the title. */
  children?: ReactNode
  /** What is shown below it all, of the title as it is typed. */
  below?: (title: string) => ReactNode
  onBegin: (title: string) => void
}

/** How writing begins: with a title, because without one nobody finds it again. From then on it saves itself. */
export function TitleForm({ name, label, hint, error, busy, children, below, onBegin }: Props) {
  const { t } = useI18n()
  const why = useRefusal()
  const id = useId()
  const { form, write } = useKept(name, { title: '' })
  const { title } = form
  const [untitled, setUntitled] = useState(false)
  const sentence = untitled ? t('title-missing') : error ? why(error) : undefined
  const begin = (event: FormEvent) => {
    event.preventDefault()
    const isEmpty = title.trim() === ''
    setUntitled(isEmpty)
    if (isEmpty) document.getElementById(id)?.focus()
    else onBegin(title)
  }
  return (
    <form className="np-stack" onSubmit={begin}>
      {children}
      <TextField required id={id} label={label} hint={hint} error={sentence} value={title} maxLength={160} onInput={(event) => write({ title: event.currentTarget.value })} />
      <div>
        <Button appearance="primary" type="submit" busy={busy}>
          {t('issue-begin')}
        </Button>
      </div>
      {below?.(title)}
    </form>
  )
}
