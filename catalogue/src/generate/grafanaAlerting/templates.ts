export const TITLE = 'llm_gateway.title';
export const TEXT = 'llm_gateway.text';

/** Messages of Grafana's contact points: what, how bad, why, and what to do. */
const TEMPLATES = `{{ define "${TITLE}" -}}
[{{ .Status | toUpper }}{{ if eq .Status "firing" }}:{{ .Alerts.Firing | len }}{{ end }}] {{ .CommonLabels.severity }} {{ .CommonLabels.alertname }}
{{- with .GroupLabels.provider }} · {{ . }}{{ end }}{{ with .GroupLabels.budget }} · {{ . }}{{ end }}
{{- end }}

{{ define "${TEXT}" -}}
{{ range .Alerts -}}
{{ .Status | toUpper }} since {{ .StartsAt.UTC.Format "2006-01-02 15:04" }} UTC: {{ .Annotations.summary }}
{{ .Annotations.description }}
{{ with .Annotations.runbook_url }}What to do: {{ . }}
{{ end }}{{ with .SilenceURL }}Silence: {{ . }}
{{ end }}
{{ end }}
{{- end }}
`;

export function grafanaTemplates(): object {
  return { templates: [{ orgId: 1, name: 'llm_gateway', template: TEMPLATES }] };
}
