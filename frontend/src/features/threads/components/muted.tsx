import { useState, type ReactNode } from 'react'
import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'

/** What somebody wrote of whom one reads less: folded up, until one wants to read it after all. */
export function Muted({ post, children }: { post: Post; children: ReactNode }) {
  const { t } = useI18n()
  const [shown, setShown] = useState(false)
  if (shown) return children
  return (
    <div className="np-row">
      <p className="np-soft">{t('mute-folded')}</p>
      <Button appearance="subtle" aria-label={t('mute-show-name', { number: post.seq })} onClick={() => setShown(true)}>
        {t('mute-show')}
      </Button>
    </div>
  )
}
