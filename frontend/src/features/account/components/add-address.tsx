import { useState } from 'react'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { useRefusal } from '@/ui/refused'
import { addAddress } from '../api'

/** One field: the address. The rest follows by mail. */
export function AddAddress(props: { onAdded: () => void }) {
  const { t } = useI18n()
  const why = useRefusal()
  const [email, setEmail] = useState('')
  const add = useMutation({
    mutationFn: () => addAddress(email),
    onSuccess: () => {
      setEmail('')
      props.onAdded()
    },
  })
  return (
    <form
      className="np-stack np-stack--tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!add.isPending) add.mutate()
      }}
    >
      <TextField
        required
        type="email"
        autoComplete="email"
        label={t('address-add')}
        hint={t('address-add-hint')}
        error={add.error ? why(add.error) : undefined}
        value={email}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" busy={add.isPending}>
          {t('address-add-send')}
        </Button>
      </div>
    </form>
  )
}
