import { useState } from 'react'
import { useI18n } from '@/i18n'
import { copy } from '@/lib/clipboard'
import { pageAddress } from '@/lib/page-address'
import { Button } from '@/ui/button'

/** Of a page that anybody may read: by what the device offers for it, else the link is copied. */
export function ShareButton({ title }: { title: string }) {
  const { t } = useI18n()
  const [said, setSaid] = useState('')
  const byCopy = (url: string) =>
    copy(url).then(
      () => setSaid(t('share-copied')),
      () => setSaid(t('share-by-hand', { address: url })),
    )
  const share = () => {
    const url = pageAddress()
    if ('share' in navigator) navigator.share({ title, url }).catch((why: unknown) => (changedMind(why) ? undefined : byCopy(url)))
    else void byCopy(url)
  }
  return (
    <div className="np-row np-no-print">
      <Button onClick={share}>{t('share')}</Button>
      <span className="np-share__said np-soft np-small" role="status">
        {said}
      </span>
    </div>
  )
}

const changedMind = (why: unknown): boolean => why instanceof Error && why.name === 'AbortError'
