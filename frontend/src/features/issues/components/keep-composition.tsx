import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOwner } from '@/api/session'
import { useKey } from '@/api/use-key'
import { useI18n } from '@/i18n'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/field'
import { useRefusal } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { keepTemplate, templatesQuery } from '../composing-api'

const NOTHING = { name: '' }

interface Props {
  tenant: string
  issue: string
  /** Saves what is being typed first; false when that failed. */
  before: () => Promise<boolean>
}

/** Who is asked here, kept for other issues of the organisation; for its conveners. */
export function KeepComposition({ tenant, issue, before }: Props) {
  const { t } = useI18n()
  const why = useRefusal()
  const { data, refetch } = useQuery(templatesQuery(tenant, issue))
  const [open, setOpen] = useState(false)
  const { form, write, arrived } = useKept(`${useOwner()}/template-${issue}`, NOTHING)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [made, setMade] = useState(0)
  const keyOf = useKey(made)
  if (!data?.canKeep) return null
  const keep = async () => {
    setBusy(true)
    setFault(null)
    try {
      if (!(await before())) setFault(t('save-refused'))
      else {
        await keepTemplate(tenant, issue, form.name, keyOf(form))
        setOpen(false)
        arrived(form, NOTHING)
        setMade(made + 1)
        toast(t('templates-kept'))
        void refetch()
      }
    } catch (error) {
      setFault(why(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div>
      <Button appearance="subtle" onClick={() => setOpen(true)}>
        {t('templates-keep')}
      </Button>
      {open ? (
        <Dialog
          title={t('templates-keep-title')}
          onClose={() => setOpen(false)}
          actions={
            <Button appearance="primary" busy={busy} onClick={() => void keep()}>
              {t('action-save')}
            </Button>
          }
          text={<p>{t('templates-keep-text')}</p>}
        >
          <TextField required label={t('templates-keep-name')} hint={t('templates-keep-name-hint')} {...(fault ? { error: fault } : {})} maxLength={80} value={form.name} onInput={(event) => write({ name: event.currentTarget.value })} />
        </Dialog>
      ) : null}
    </div>
  )
}
