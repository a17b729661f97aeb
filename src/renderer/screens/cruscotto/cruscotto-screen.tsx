import { Skeleton, Stack } from '@mantine/core';
import type { Output } from '../../../shared/contract/api.ts';
import { italianDay } from '../../../shared/wording/figures.ts';
import { FirstStart } from '../../components/first-start.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useQuestion } from '../../state/use-question.ts';
import { Ageing } from './ageing.tsx';
import { CodiciMissing } from './codici-missing.tsx';
import classes from './cruscotto.module.css';
import { Difference } from './difference.tsx';
import { Freshness } from './freshness.tsx';
import { Months } from './months.tsx';
import { Reasons } from './reasons.tsx';
import { ThreeDots } from './three-dots.tsx';
import { WithoutService } from './without-service.tsx';

/** How the office stands, by difference: what is not reconciled, why, and since when. */
export function CruscottoScreen({ ask }: { readonly ask: Readonly<Record<string, unknown>> }) {
  const about = useQuestion('about.read', {});
  const settings = useQuestion('settings.read', {});
  const figures = useQuestion('dashboard.read', {});
  const details = useQuestion('dashboard.details', {});
  const today = about.value?.today ?? null;
  const ente = settings.value?.ente?.denominazione;
  const problem = about.problem ?? figures.problem ?? details.problem;

  if (about.value?.empty === true)
    return (
      <Page title="Per cominciare">
        <FirstStart fill={ask['riempi'] === true} />
      </Page>
    );
  return (
    <Page
      title="Cruscotto"
      lead={[
        ...(ente === undefined ? [] : [ente]),
        ...(today === null ? [] : [`oggi è il ${italianDay(today)}`]),
      ].join(' · ')}
    >
      <ProblemNotice problem={problem} />
      {about.value === null || figures.value === null || details.value === null ? (
        problem === null && <Waiting />
      ) : (
        <>
          <Difference figures={figures.value} details={details.value} />
          {settings.value?.codiciPropri.length === 0 && <CodiciMissing />}
          <div className={classes['columns']}>
            <div className={classes['column']}>
              <Reasons reasons={details.value.reasons} total={figures.value.difference} />
              {!isLong(details.value) && <Months months={details.value.months} />}
              <WithoutService amount={details.value.withoutService} />
            </div>
            <div className={classes['column']}>
              <ThreeDots dots={details.value.dots} />
              <Freshness freshness={figures.value.freshness} today={about.value.today} />
              <Ageing ageing={details.value.ageing} />
              {isLong(details.value) && <Months months={details.value.months} />}
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

/** So many reasons that their list is as high as everything else together: the columns stay even. */
function isLong({ reasons }: Output<'dashboard.details'>): boolean {
  return reasons.length > 7;
}

function Waiting() {
  return (
    <Stack gap="md" aria-busy="true" aria-label="Caricamento del cruscotto" role="status">
      <Skeleton h={96} radius="md" />
      <div className={classes['columns']}>
        <Skeleton h={420} radius="md" />
        <Skeleton h={420} radius="md" />
      </div>
    </Stack>
  );
}
