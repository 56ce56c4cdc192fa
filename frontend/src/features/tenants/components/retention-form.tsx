import type { Reply } from '@/api/client'
import { isProblem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Retention } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { Select } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { setRetention } from '../api'

const YEARS = [1, 2, 3, 5, 7, 10, 15, 20]
const ALWAYS = 'always'

interface Props {
  tenant: string
  rule: Retention
  etag: string
  onSaved: (saved: Reply<Retention>) => void
  onStale: () => Promise<Reply<Retention>>
}

/** What is chosen last, whether or not it holds already, and the version that it goes on from. */
const begun = (rule: Retention, etag: string) => ({ years: String(rule.next?.years ?? rule.years ?? ALWAYS), etag })

/** For how long the conversations of an organisation stay after their issue ended. */
export function RetentionForm({ tenant, rule, etag, onSaved, onStale }: Props) {
  const { t, locale } = useI18n()
  const { form, write, arrived } = useKept(`${useOwner()}/retention-${tenant}`, begun(rule, etag), etag)
  const save = useMutation({
    mutationFn: (sent: typeof form) => setRetention(tenant, sent.years === ALWAYS ? null : Number(sent.years), sent.etag),
    // Somebody else was ahead: theirs is shown, and one's own goes out from there.
    onError: async (error) => {
      const now = isProblem(error, 412) ? await onStale().catch(() => null) : null
      if (now) write({ etag: now.etag ?? '' })
    },
    onSuccess: (saved, sent) => {
      const now = begun(saved.data, saved.etag ?? '')
      arrived(sent, now, { etag: now.etag })
      toast(t('retention-saved'))
      onSaved(saved)
    },
  })
  const years = form.years === ALWAYS ? null : Number(form.years)
  const choices = years === null || YEARS.includes(years) ? YEARS : [...YEARS, years].sort((one, other) => one - other)
  return (
    <form
      className="np-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(form)
      }}
    >
      <div>
        <p>{rule.years ? t('retention-now', { count: rule.years }) : t('retention-now-always')}</p>
        {rule.next ? <p>{t('retention-next', { day: longDay(locale, rule.next.from), rule: t('retention-years', { count: rule.next.years }) })}</p> : null}
      </div>
      <Refused error={save.error} />
      <Select label={t('retention-label')} hint={t('retention-hint')} value={form.years} onChange={(event) => write({ years: event.currentTarget.value })}>
        <option value={ALWAYS}>{t('retention-always')}</option>
        {choices.map((count) => (
          <option key={count} value={String(count)}>
            {t('retention-years', { count })}
          </option>
        ))}
      </Select>
      <p role="status">{form.years === begun(rule, etag).years ? null : t('retention-unsaved')}</p>
      <div>
        <Button type="submit" busy={save.isPending} aria-label={`${t('action-save')}: ${t('retention-title')}`}>
          {t('action-save')}
        </Button>
      </div>
    </form>
  )
}
