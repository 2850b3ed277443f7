import { t } from '@grafana/i18n';
import type { ExtraText, Secret } from './providerTypes';

export function textWords(field: ExtraText): { label: string; description?: string } {
  switch (field) {
    case 'api_version':
      return {
        label: t('providers.form.api-version', 'API version'),
        description: t('providers.form.api-version-note', 'Such as 2024-10-21; without one, the v1 API is asked.'),
      };
    case 'region':
      return {
        label: t('providers.form.region', 'Region'),
        description: t('providers.form.region-note', 'Of AWS, such as eu-central-1.'),
      };
    case 'access_key_id':
      return {
        label: t('providers.form.access-key', 'Access key id'),
        description: t('providers.form.access-key-note', 'Without one, the gateway’s environment decides.'),
      };
    case 'site_url':
      return {
        label: t('providers.form.site-url', 'Your site'),
        description: t('providers.form.site-url-note', 'As OpenRouter’s rankings show it.'),
      };
    case 'app_name':
      return { label: t('providers.form.app-name', 'Your application’s name there') };
  }
}

export function secretWords(field: Secret): string {
  switch (field) {
    case 'api_key':
      return t('providers.form.api-key', 'API key');
    case 'azure_ad_token':
      return t('providers.form.entra-token', 'Token of Microsoft Entra ID, in place of a key');
    case 'secret_access_key':
      return t('providers.form.secret-access-key', 'Secret access key');
    case 'session_token':
      return t('providers.form.session-token', 'Session token of temporary credentials');
  }
}
