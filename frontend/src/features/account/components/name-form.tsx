import type { Reply } from '@/api/client'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Me } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { changeProfile } from '../api'

interface Props {
  name: string
  etag: string
  onSaved: (saved: Reply<Me>) => void
  /** Another window was first: what is there now. */
  onStale: () => Promise<Reply<Me>>
}

export function NameForm(props: Props) {
  const { t } = useI18n()
  const why = useRefusal()
  const { form, write, arrived } = useKept(`${useOwner()}/name`, { name: props.name, etag: props.etag }, props.etag)
  const { name } = form
  const save = useMutation({
    mutationFn: (typed: typeof form) => changeProfile({ name: typed.name }, typed.etag),
    onError: async (error) => {
      const now = isProblem(error, 412) ? await props.onStale().catch(() => null) : null
      if (now) write({ etag: now.etag ?? '' })
    },
    onSuccess: (saved, sent) => {
      const etag = saved.etag ?? ''
      arrived(sent, { name: saved.data.name, etag }, { etag })
      toast(t('profile-saved'))
      props.onSaved(saved)
    },
  })
  return (
    <form
      className="np-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(form)
      }}
    >
      <TextField required label={t('profile-name')} hint={t('profile-name-hint')} autoComplete="name" error={save.error ? why(save.error) : undefined} value={name} onInput={(event) => write({ name: event.currentTarget.value })} />
      <div>
        <Button appearance="primary" type="submit" busy={save.isPending}>
          {t('action-save')}
        </Button>
      </div>
    </form>
  )
}
