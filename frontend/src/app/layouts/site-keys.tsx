import { lazy, Suspense, useEffect, useState } from 'react'
import { loadPart } from '@/lib/load-part'
import { GoKeys, isBareKey } from '@/lib/shortcut'
import { go } from '../links'
import { paths } from '../paths'

const KeysDialog = lazy(() => loadPart(() => import('@/features/threads/components/keys-dialog')))

/** With `g` before it. */
const PLACES: Record<string, () => string> = { o: paths.overview, n: paths.notifications }

/** The keys that work on every page. */
export function SiteKeys() {
  const [helps, setHelps] = useState(false)
  useEffect(() => {
    const keys = new GoKeys()
    // Before the page hears of it: there the second key can mean something else.
    const onFirst = (event: KeyboardEvent) => {
      const second = isBareKey(event) ? keys.press(event.key, event.timeStamp) : null
      const place = second === null ? undefined : PLACES[second]
      if (!place) return
      event.preventDefault()
      go(place())
    }
    // After the page: a page with keys of its own shows those too.
    const onLast = (event: KeyboardEvent) => {
      if (event.key !== '?' || !isBareKey(event)) return
      event.preventDefault()
      setHelps(true)
    }
    addEventListener('keydown', onFirst, { capture: true })
    addEventListener('keydown', onLast)
    return () => {
      removeEventListener('keydown', onFirst, { capture: true })
      removeEventListener('keydown', onLast)
    }
  }, [])
  return helps ? (
    <Suspense>
      <KeysDialog onClose={() => setHelps(false)} />
    </Suspense>
  ) : null
}
