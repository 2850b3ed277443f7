export const TITLE = 'llm_gateway.title';
export const TEXT = 'llm_gateway.text';
export const HTML = 'llm_gateway.html';

/** Messages of Alertmanager: what, how bad, why, and what to do. */
export const ALERTMANAGER_TEMPLATES = `{{ define "${TITLE}" -}}
[{{ .Status | toUpper }}{{ if eq .Status "firing" }}:{{ .Alerts.Firing | len }}{{ end }}] {{ .CommonLabels.severity }} {{ .GroupLabels.alertname }}
{{- with .GroupLabels.provider }} · {{ . }}{{ end }}{{ with .GroupLabels.budget }} · {{ . }}{{ end }}{{ with .CommonLabels.cluster }} · {{ . }}{{ end }}
{{- end }}

{{ define "${TEXT}" -}}
{{ range .Alerts -}}
{{ .Status | toUpper }} since {{ .StartsAt.UTC.Format "2006-01-02 15:04" }} UTC: {{ .Annotations.summary }}
{{ .Annotations.description }}
{{ with .Annotations.runbook_url }}What to do: {{ . }}
{{ end }}{{ with .GeneratorURL }}Graph: {{ . }}
{{ end }}
{{ end }}
{{- end }}

{{ define "${HTML}" -}}
<!doctype html>
<html><body style="font-family: sans-serif">
<h3>{{ template "${TITLE}" . }}</h3>
{{ range .Alerts }}
<p><strong>{{ .Status | toUpper }}</strong> since {{ .StartsAt.UTC.Format "2006-01-02 15:04" }} UTC: <strong>{{ .Annotations.summary }}</strong><br>
{{ .Annotations.description }}<br>
{{ with .Annotations.runbook_url }}<a href="{{ . }}">What to do</a>{{ end }}{{ with .GeneratorURL }} · <a href="{{ . }}">Graph</a>{{ end }}</p>
{{ end }}
</body></html>
{{- end }}
`;
