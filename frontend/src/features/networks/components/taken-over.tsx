import type { Network } from '@/api/types'
import { useI18n } from '@/i18n'
import { ServerHtml } from '@/ui/html'
import { READERS } from '../words'

/** What a new network takes over of this one, before it is there. */
export function TakenOver({ network, known }: { network: Network; known: ReadonlySet<string> }) {
  const { t, locale } = useI18n()
  const { room } = network
  const list = (names: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
  const terms = room.terms.filter(({ id }) => known.has(id)).map(({ name }) => name)
  const rows: [name: string, text: string][] = [
    [t('network-purpose'), room.coreQuestion],
    [t('network-mandate'), room.whyNow],
    [t('network-target-size'), network.targetSize ? String(network.targetSize) : ''],
    [t('network-vacancies'), list(room.perspectives.map(({ name }) => name))],
    [t('network-like-terms'), list(terms)],
    [t('network-visibility'), t(READERS[room.visibility].key)],
  ]
  return (
    <section className="np-sheet np-stack" aria-labelledby="overgenomen">
      <h2 id="overgenomen">{t('network-like-taken')}</h2>
      <p className="np-soft">{t('network-like-not')}</p>
      <dl className="np-stack np-stack--tight">
        {rows
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>
                <strong>{name}</strong>
              </dt>
              <dd className="np-prose np-prose--plain" dir="auto">
                {text}
              </dd>
            </div>
          ))}
      </dl>
      {room.backgroundHtml ? <Text title={t('network-about')} html={room.backgroundHtml} /> : null}
      {network.houseRulesHtml ? <Text title={t('network-house-rules')} html={network.houseRulesHtml} /> : null}
    </section>
  )
}

function Text({ title, html }: { title: string; html: string }) {
  return (
    <div className="np-stack np-stack--tight">
      <h3>{title}</h3>
      <ServerHtml html={html} />
    </div>
  )
}
