import { useState } from 'react'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { addAddress, type Address, proveAddress } from '../api'

/** The code from the mail, typed over; or another code. */
export function ProveAddress({ address, onProven }: { address: Address; onProven: () => void }) {
  const { t } = useI18n()
  const why = useRefusal()
  const [code, setCode] = useState('')
  const prove = useMutation({
    mutationFn: () => proveAddress(address.id, code),
    onSuccess: () => {
      toast(t('address-proven', { address: address.address }))
      onProven()
    },
  })
  const again = useMutation({
    mutationFn: () => addAddress(address.address),
    onSuccess: () => {
      prove.reset()
      toast(t('address-code-again', { address: address.address }))
    },
  })
  const refused = prove.error ?? again.error
  return (
    <form
      className="np-stack np-stack--tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!prove.isPending) prove.mutate()
      }}
    >
      <TextField
        required
        short
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        label={t('address-code')}
        hint={t('address-code-hint', { address: address.address })}
        error={refused ? why(refused) : undefined}
        value={code}
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <div className="np-row">
        <Button type="submit" appearance="primary" busy={prove.isPending}>
          {t('address-prove')}
        </Button>
        <Button appearance="subtle" busy={again.isPending} onClick={() => again.mutate()}>
          {t('address-code-new')}
        </Button>
      </div>
    </form>
  )
}
