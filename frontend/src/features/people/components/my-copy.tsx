import { useI18n } from '@/i18n'
import { COPY } from '../own-api'

/** All that is kept about me, to take along; and the way to have it erased. */
export function MyCopy({ erase }: { erase: string }) {
  const { t } = useI18n()
  return (
    <>
      <section className="np-stack np-stack--tight" aria-labelledby="copy-title">
        <h2 id="copy-title">{t('copy-title')}</h2>
        <p>{t('copy-lead')}</p>
        <p>{t('copy-warn')}</p>
        <p>
          <a href={COPY} download="mijn-gegevens.json">
            {t('copy-act')}
          </a>
        </p>
      </section>
      <section className="np-stack np-stack--tight" aria-labelledby="erase-way">
        <h2 id="erase-way">{t('erase-title')}</h2>
        <p>{t('erase-way')}</p>
        <p>
          <a href={erase}>{t('erase-way-act')}</a>
        </p>
      </section>
    </>
  )
}
