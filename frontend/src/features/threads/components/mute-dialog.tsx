import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Post } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Fieldset } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { muteAuthor, mutesQuery } from '../mute-api'

/** Reading less of whoever wrote a post, or hearing nothing from them. */
export default function MuteDialog({ tenant, post, named, onClose }: { tenant: string; post: Post; named: boolean; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [blocks, setBlocks] = useState(false)
  const { name } = post
  const send = useMutation({
    mutationFn: () => muteAuthor(tenant, post.id, blocks),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mutesQuery.queryKey })
      toast(t(blocks ? 'mute-blocked' : 'mute-done', { name }))
      onClose()
    },
  })
  const { error } = send
  return (
    <Dialog
      title={t('mute-title', { name })}
      text={
        <>
          {named ? null : <p>{t('mute-alias-hint')}</p>}
          <p>
            {t('mute-secret')} <a href={paths.preferences()}>{t('mute-where')}</a>
          </p>
        </>
      }
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={send.isPending} onClick={() => send.mutate()}>
          {t('mute-send')}
        </Button>
      }
    >
      <Refused error={error} />
      {named ? (
        <Fieldset legend={t('mute-how')}>
          <Choice type="radio" name="mute" label={t('mute-less')} hint={t('mute-less-hint')} checked={!blocks} onChange={() => setBlocks(false)} />
          <Choice type="radio" name="mute" label={t('mute-block')} hint={t('mute-block-hint')} checked={blocks} onChange={() => setBlocks(true)} />
        </Fieldset>
      ) : null}
    </Dialog>
  )
}
