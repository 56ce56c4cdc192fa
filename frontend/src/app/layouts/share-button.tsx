import { useState } from 'react'
import { useI18n } from '@/i18n'
import { copy } from '@/lib/clipboard'
import { pageAddress } from '@/lib/page-address'
import { Button } from '@/ui/button'

/** Of a page that anybody may read: by what the device offers for it, else the link is copied. */
export function ShareButton({ title }: { title: string }) {
  const { t } = useI18n()
  const [said, setSaid] = useState('')
  const share = () => {
    const url = pageAddress()
    if ('share' in navigator) {
      // Who changes their mind says nothing.
      navigator.share({ title, url }).catch(() => undefined)
      return
    }
    copy(url).then(
      () => setSaid(t('share-copied')),
      () => setSaid(t('share-by-hand', { address: url })),
    )
  }
  return (
    <div className="np-row np-no-print">
      <Button onClick={share}>{t('share')}</Button>
      <span className="np-soft np-small" role="status">
        {said}
      </span>
    </div>
  )
}
