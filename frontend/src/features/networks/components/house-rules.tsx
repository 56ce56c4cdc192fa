import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { renderMarkdown } from '@/api/markdown'
import { Problem } from '@/api/problems'
import type { Network } from '@/api/types'
import { useI18n } from '@/i18n'
import { dropDraft, keepDraft, readDraft } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Editor } from '@/ui/editor'
import { toast } from '@/ui/toast'
import { putHouseRules } from '../api'

interface Props {
  tenant: string
  network: Network
  /** Whose browser this is: the text is kept in it until it is put to everybody. */
  owner: string
  onPut: (network: Network) => void
}

/** Rules that people agreed with change by one act, because it asks everybody once more. */
export function HouseRules({ tenant, network, owner, onPut }: Props) {
  const { t } = useI18n()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(network.houseRules)
  const key = `${owner}/rules-${network.id}`
  useEffect(() => {
    let wanted = true
    void readDraft(key).then((kept) => (wanted && kept ? setText(kept.text) : undefined))
    return () => {
      wanted = false
    }
  }, [key])
  const put = useMutation({
    mutationFn: () => putHouseRules(tenant, network.id, text, network.rulesVersion),
    onSuccess: (saved) => {
      void dropDraft(key)
      setText(saved.houseRules)
      toast(t('network-rules-put-done'))
      onPut(saved)
    },
  })
  const { error } = put
  const sentence = error ? (error instanceof Problem ? (error.errors[0]?.detail ?? error.detail) : t('offline-text')) : null
  const write = (typed: string) => {
    setText(typed)
    void keepDraft(key, { text: typed, savedAt: Date.now() })
  }
  return (
    <section className="np-sheet np-stack" aria-labelledby="house-rules">
      <h2 id="house-rules">{t('network-house-rules')}</h2>
      <p>{t('network-rules-put-text')}</p>
      {sentence ? <Alert kind="error">{sentence}</Alert> : null}
      <Editor id="house-rules-text" label={t('network-rules-put-label')} value={text} area={area} error={null} render={renderMarkdown} onWrite={write} />
      <div>
        <Button appearance="primary" busy={put.isPending} disabled={text.trim() === network.houseRules.trim()} onClick={() => put.mutate()}>
          {t('network-rules-put')}
        </Button>
      </div>
    </section>
  )
}
