import { useMutation } from '@tanstack/react-query'
import type { Reply } from '@/api/client'
import { Problem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Me } from '@/api/types'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { toast } from '@/ui/toast'
import { changeProfile } from '../api'

export function NameForm(props: { name: string; etag: string; onSaved: (saved: Reply<Me>) => void }) {
  const { t } = useI18n()
  const { form, write, letGo } = useKept(`${useOwner()}/name`, { name: props.name })
  const { name } = form
  const save = useMutation({
    mutationFn: () => changeProfile({ name }, props.etag),
    onSuccess: (saved) => {
      letGo({ name: saved.data.name })
      toast(t('profile-saved'))
      props.onSaved(saved)
    },
  })
  const error = save.error ? (save.error instanceof Problem ? (save.error.errors[0]?.detail ?? save.error.detail) : t('offline-text')) : null
  return (
    <form
      className="np-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      <TextField label={t('profile-name')} hint={t('profile-name-hint')} autoComplete="name" {...(error ? { error } : {})} value={name} onInput={(event) => write({ name: event.currentTarget.value })} />
      <div>
        <Button appearance="primary" type="submit" busy={save.isPending}>
          {t('action-save')}
        </Button>
      </div>
    </form>
  )
}
