import { useEffect, useRef, useState } from 'react'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'

const SECONDS = 10

/** For ten seconds after an act; whoever is on the button keeps it. */
export function Undo(props: { sentence: string; onUndo: () => void; onGone: () => void }) {
  const { t } = useI18n()
  const [left, setLeft] = useState(SECONDS)
  const held = useRef(false)
  const gone = useRef(props.onGone)
  gone.current = props.onGone
  useEffect(() => {
    const timer = setInterval(() => {
      if (!held.current) setLeft((seconds) => seconds - 1)
    }, 1000)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (left <= 0) gone.current()
  }, [left])
  const hold = (on: boolean) => () => {
    held.current = on
  }
  return (
    <p className="np-undo np-row">
      <span>{props.sentence}</span>
      <Button appearance="secondary" onClick={props.onUndo} onFocus={hold(true)} onBlur={hold(false)} onMouseEnter={hold(true)} onMouseLeave={hold(false)}>
        {t('action-undo')} <span aria-hidden="true">({left})</span>
      </Button>
    </p>
  )
}
