import { afterEach, expect, it } from 'vitest'
import { onAnnouncement } from '@/lib/announcer'
import { Around, show } from '@/testing/render'
import type { Outgoing } from '../outbox'
import { OutgoingPost } from './outgoing'

const heard: string[] = []
const stop = onAnnouncement((sentence) => heard.push(sentence))
afterEach(stop)

const item = (state: Outgoing['state'], reason = ''): Outgoing => ({ key: 'k', body: 'Hallo', quotes: null, files: [], state, reason, earlier: null, attempts: 1 })
const post = (of: Outgoing) => <OutgoingPost tenant="ess" item={of} name="Fatima" onRetry={() => undefined} onTakeBack={() => undefined} />

it('says aloud, once, that it is kept and not sent, and that it is refused', () => {
  const waits = 'Nog niet verstuurd: er kwam geen antwoord. Uw tekst is bewaard en wordt vanzelf alsnog verstuurd.'
  const { rerender } = show(post(item('sending')))
  const then = (of: Outgoing) => rerender(<Around>{post(of)}</Around>)
  expect(heard).toEqual([])
  for (let attempt = 0; attempt < 3; attempt++) {
    then(item('waiting'))
    then(item('sending'))
  }
  expect(heard).toEqual([waits])
  then(item('refused', 'Het gesprek is gesloten.'))
  expect(heard).toEqual([waits, 'Niet geplaatst. Het gesprek is gesloten.'])
})
