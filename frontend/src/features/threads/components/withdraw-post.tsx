import { useState } from 'react'
import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { withdrawPost } from '../api'

export function WithdrawDialog({ tenant, post, postKey, onClose }: { tenant: string; post: Post; postKey: string | undefined; onClose: () => void }) {
  const { t } = useI18n()
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const withdraw = () => {
    setBusy(true)
    setFault(null)
    withdrawPost(tenant, post.id, postKey).then(
      () => {
        toast(t('post-withdraw-done'))
        onClose()
      },
      (error: unknown) => {
        setBusy(false)
        setFault(error)
      },
    )
  }
  return (
    <Dialog
      title={t('post-withdraw-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" danger busy={busy} onClick={withdraw}>
          {t('post-withdraw')}
        </Button>
      }
      text={
        <p>
          {t('post-withdraw-text')}
          {post.files && post.files.length > 0 ? ` ${t('post-withdraw-files')}` : null}
        </p>
      }
    >
      <Refused error={fault} />
    </Dialog>
  )
}
