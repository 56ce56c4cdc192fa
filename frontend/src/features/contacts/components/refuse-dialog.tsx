import { useState } from 'react'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Fieldset } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { type Contact, type Never, refuseContact } from '../api'

/** A no, of which nobody is told. */
export function RefuseDialog({ contact, onClose, onSent }: { contact: Contact; onClose: () => void; onSent: () => void }) {
  const { t } = useI18n()
  const { name, tenantName: organisation } = contact
  const [never, setNever] = useState<Never | null>(null)
  const refuse = useMutation({
    mutationFn: () => refuseContact(contact.id, never),
    onSuccess: () => {
      toast(t('contacts-refused'))
      onSent()
    },
  })
  const choices: [Never | null, string][] = [
    [null, t('contacts-never-none')],
    ['person', t('contacts-never-person', { name })],
    ['organisation', t('contacts-never-organisation', { organisation })],
  ]
  return (
    <Dialog
      title={t('contacts-refuse-name', { name })}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={refuse.isPending} onClick={() => refuse.mutate()}>
          {t('contacts-refuse')}
        </Button>
      }
      text={<p>{t('contacts-refuse-text', { name })}</p>}
    >
      <Refused error={refuse.error} />
      <Fieldset legend={t('contacts-never')}>
        {choices.map(([value, label]) => (
          <Choice key={value ?? 'none'} type="radio" name="never" label={label} checked={never === value} onChange={() => setNever(value)} />
        ))}
      </Fieldset>
    </Dialog>
  )
}
