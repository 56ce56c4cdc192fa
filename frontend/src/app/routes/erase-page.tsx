import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '@/app/loaded'
import { AccountNav } from '@/app/layouts/account-nav'
import { PageHead } from '@/app/layouts/page-head'
import { paths } from '@/app/paths'
import { useSession } from '@/api/session'
import type { Erasure } from '@/api/types'
import { EraseForm } from '@/features/account/components/erase-form'
import { EraseWaits } from '@/features/account/components/erase-waits'
import { erasureQuery } from '@/features/account/erasure-api'
import { type PlainKey, useI18n } from '@/i18n'
import { longDay } from '@/lib/dates'
import { Alert } from '@/ui/alert'

const GOES: PlainKey[] = ['erase-goes-account', 'erase-goes-self', 'erase-goes-part', 'erase-goes-marks', 'erase-goes-mail']
const STAYS: PlainKey[] = ['erase-stays-texts', 'erase-stays-work', 'erase-stays-alias', 'erase-stays-others', 'erase-stays-moderated', 'erase-stays-never', 'erase-stays-copies']

/** Having everything about oneself erased: what goes, what stays and why, and asking for it. */
export default function ErasePage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const me = useSession()
  const query = useQuery(erasureQuery)
  const put = (now: Erasure) => client.setQueryData(erasureQuery.queryKey, now)
  // The code goes to the first that was proven, which may be another one than other mail goes to.
  const address = me?.addresses.find(({ verified }) => verified)?.address ?? ''
  return (
    <div className="np-stack np-stack--loose np-measure">
      <PageHead title={t('erase-title')} lead={t('erase-lead')}>
        <AccountNav />
      </PageHead>
      <Loaded query={query}>
        {(data) => (
          <>
            {data.asked ? <EraseWaits asked={data.asked} onStopped={() => put({ ownedAlone: data.ownedAlone, keptBy: data.keptBy })} /> : null}
            <Kept by={data.keptBy} />
            <Told />
            {data.asked ? null : data.ownedAlone.length > 0 ? <First organisations={data.ownedAlone} /> : <EraseForm address={address} onAsked={put} />}
          </>
        )}
      </Loaded>
    </div>
  )
}

function Told() {
  const { t } = useI18n()
  const list = (id: string, title: PlainKey, lines: PlainKey[]) => (
    <section className="np-stack np-stack--tight" aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
    </section>
  )
  return (
    <>
      {list('erase-goes', 'erase-goes-title', GOES)}
      {list('erase-stays', 'erase-stays-title', STAYS)}
      <section className="np-stack np-stack--tight" aria-labelledby="erase-before">
        <h2 id="erase-before">{t('erase-before-title')}</h2>
        <p>{t('erase-before-copy')}</p>
        <p>
          <a href={paths.ownData()}>{t('erase-before-copy-act')}</a>
        </p>
        <p>{t('erase-before-run')}</p>
        <p>{t('erase-before-week')}</p>
      </section>
    </>
  )
}

/** Where nothing may be deleted for now. */
function Kept({ by }: { by: Erasure['keptBy'] }) {
  const { t, locale } = useI18n()
  if (by.length === 0) return null
  return (
    <Alert kind="info">
      {by.map(({ organisation, until }) => (
        <p key={organisation}>{t('erase-kept', { organisation, day: longDay(locale, until) })}</p>
      ))}
      <p>{t('erase-kept-go')}</p>
    </Alert>
  )
}

/** Nobody else could let somebody in there. */
function First({ organisations }: { organisations: Erasure['ownedAlone'] }) {
  const { t } = useI18n()
  return (
    <Alert kind="warning">
      <p>{t('erase-first')}</p>
      <ul>
        {organisations.map(({ slug, name }) => (
          <li key={slug}>
            <a href={paths.handovers(slug)}>{t('erase-first-act', { name })}</a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
