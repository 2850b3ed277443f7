/** Into the clipboard, also where Grafana is served without TLS and the browser keeps its clipboard to itself. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard && window.isSecureContext) {
    return navigator.clipboard.writeText(text);
  }
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  try {
    // Deprecated, and the only way there is on such a page.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand('copy');
  } finally {
    field.remove();
  }
}
