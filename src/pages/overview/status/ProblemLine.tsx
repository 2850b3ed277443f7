import React from 'react';
import { dateTimeFormatTimeAgo } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Stack, Text, TextLink } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { AS_IT_IS } from '../../../asItIs';
import { providerPath } from '../../../routing/providerPath';
import { prefixRoute } from '../../../routing/routes';
import { sharedSearch } from '../../../scenes/sharedSearch';
import type { Problem } from './judge';

interface Props {
  problem: Problem;
}

/** One thing to look at, and where. */
export function ProblemLine({ problem }: Props) {
  const { search } = useLocation();
  const { text, detail, href } = wordsOf(problem, sharedSearch(search));
  return (
    <li>
      <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
        <Badge
          color={problem.level === 'critical' ? 'red' : 'orange'}
          text={
            problem.level === 'critical'
              ? t('overview.problem.critical', 'Critical')
              : t('overview.problem.warning', 'Warning')
          }
        />
        <TextLink href={href}>{text}</TextLink>
        {detail && <Text color="secondary">{detail}</Text>}
      </Stack>
    </li>
  );
}

interface Words {
  text: string;
  detail?: string;
  href: string;
}

function wordsOf(problem: Problem, search: URLSearchParams): Words {
  switch (problem.kind) {
    case 'down': {
      const { name, reason } = problem.provider;
      return {
        text: t('overview.problem.down', '{{name}} is down', { name, ...AS_IT_IS }),
        detail: reason ?? undefined,
        href: providerPath(name, search),
      };
    }
    case 'breaker': {
      const { name, breaker } = problem.provider;
      return {
        text: t('overview.problem.breaker', '{{name}} is degraded', { name, ...AS_IT_IS }),
        detail:
          breaker === 'open'
            ? t('overview.problem.breaker-open', 'A circuit breaker is open: its calls go elsewhere')
            : t('overview.problem.breaker-half-open', 'A circuit breaker is half open: it is being tried again'),
        href: providerPath(name, search),
      };
    }
    case 'budget': {
      const { budget, subject } = problem.budget;
      return {
        text: t('overview.problem.budget', 'Budget {{budget}} is spent', { budget, ...AS_IT_IS }),
        detail: subject || undefined,
        href: `${prefixRoute('costs')}?${search.toString()}`,
      };
    }
    case 'alert': {
      const { summary, since, labels } = problem.alert;
      const about = Object.values(labels).filter((value) => value !== '' && !summary.includes(value));
      return {
        text: summary,
        detail: [...about, dateTimeFormatTimeAgo(since)].join(' · '),
        href: `${prefixRoute('alerts')}?${search.toString()}`,
      };
    }
  }
}
