import { useEffect, useRef, useState } from 'react'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { Button } from '@/ui/button'

const SECONDS = 10

/**
 * For ten seconds after an act, which it says aloud; whoever is on the button keeps it, whoever goes there by Tab has ten
 * more each time, and as long as it is being undone it stays.
 */
export function Undo(props: { sentence: string; busy: boolean; onUndo: () => void; onGone: () => void }) {
  const { t } = useI18n()
  const { sentence } = props
  const [left, setLeft] = useState(SECONDS)
  const held = useRef(false)
  const gone = useRef(props.onGone)
  gone.current = props.onGone
  const busy = useRef(props.busy)
  busy.current = props.busy
  useEffect(() => {
    const timer = setInterval(() => {
      if (!held.current && !busy.current) setLeft((seconds) => seconds - 1)
    }, 1000)
    const onKey = (event: KeyboardEvent) => (event.key === 'Tab' ? setLeft(SECONDS) : undefined)
    addEventListener('keydown', onKey)
    return () => {
      clearInterval(timer)
      removeEventListener('keydown', onKey)
    }
  }, [])
  useEffect(() => announce(t('undo-said', { sentence, count: SECONDS })), [sentence, t])
  useEffect(() => {
    if (left <= 0) gone.current()
  }, [left])
  const hold = (on: boolean) => () => {
    held.current = on
  }
  return (
    <p className="np-undo np-row">
      <span>{sentence}</span>
      <Button appearance="secondary" busy={props.busy} onClick={props.onUndo} onFocus={hold(true)} onBlur={hold(false)} onMouseEnter={hold(true)} onMouseLeave={hold(false)}>
        {t('action-undo')} <span aria-hidden="true">({left})</span>
      </Button>
    </p>
  )
}
