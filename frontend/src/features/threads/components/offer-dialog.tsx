import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Dilemma } from '@/api/types'
import { useI18n } from '@/i18n'
import { dropDraft, keepForm, readForm } from '@/lib/drafts'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/field'
import { toast } from '@/ui/toast'
import { type Offer, offerPerspective } from '../dilemma-api'

interface Props {
  tenant: string
  thread: string
  dilemma: Dilemma
  onClose: () => void
  onDone: () => void
}

/** What is possible, what is not, and who decides when: all three, also the no. */
export default function OfferDialog({ tenant, thread, dilemma, onClose, onDone }: Props) {
  const { t } = useI18n()
  const draft = `${useOwner()}/offer-${thread}-${String(dilemma.version)}`
  const [start] = useState<Offer>({ possible: dilemma.possible, impossible: dilemma.impossible, decides: dilemma.decides })
  const [offer, setOffer] = useState(start)
  useEffect(() => {
    void readForm(draft, start).then((kept) => kept && setOffer((typed) => (typed === start ? kept : typed)))
  }, [draft, start])
  const save = useMutation({
    mutationFn: () => offerPerspective(tenant, thread, offer, dilemma.version),
    onSuccess: async () => {
      await dropDraft(draft)
      toast(t('offer-done'))
      onDone()
    },
  })
  const { error } = save
  const at = (pointer: string) => (isProblem(error) ? error.errors.find((one) => one.pointer === pointer)?.detail : undefined)
  const rest = error && !(isProblem(error) && error.errors.length > 0) ? (isProblem(error) ? error.detail : t('offline-text')) : null
  const field = (name: keyof Offer, label: string, hint: string) => (
    <TextArea
      label={label}
      hint={hint}
      error={at(`/${name}`)}
      rows={3}
      maxLength={2000}
      value={offer[name]}
      onInput={(event) => {
        const next = { ...offer, [name]: event.currentTarget.value }
        setOffer(next)
        void keepForm(draft, next)
      }}
    />
  )
  return (
    <Dialog
      wide
      title={t('offer-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={save.isPending} onClick={() => save.mutate()}>
          {t('action-save')}
        </Button>
      }
    >
      {rest ? <Alert kind="error">{rest}</Alert> : null}
      {field('possible', t('offer-possible'), t('offer-possible-hint'))}
      {field('impossible', t('offer-impossible'), t('offer-impossible-hint'))}
      {field('decides', t('offer-decides'), t('offer-decides-hint'))}
    </Dialog>
  )
}
