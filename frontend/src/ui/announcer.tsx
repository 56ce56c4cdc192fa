import { useEffect, useState } from 'react'
import { onAnnouncement } from '@/lib/announcer'

/** The live region; a repeated sentence is spoken again because its element is new. */
export function Announcer() {
  const [spoken, setSpoken] = useState({ id: 0, sentence: '' })
  useEffect(() => onAnnouncement((sentence) => setSpoken((last) => ({ id: last.id + 1, sentence }))), [])
  return (
    <div className="np-hidden" role="status" aria-live="polite">
      <span key={spoken.id}>{spoken.sentence}</span>
    </div>
  )
}
