import React, { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConfigEditor } from './ConfigEditor';
import type { ConfigProps } from './config/props';

type Options = ConfigProps['options'];

/** Shows the editor as Grafana does, keeping what it changes. */
function configure(initial: Partial<Options> = {}) {
  let latest = { url: '', jsonData: {}, secureJsonFields: {}, readOnly: false, ...initial } as Options;
  function Host() {
    const [options, setOptions] = useState(latest);
    return (
      <ConfigEditor
        options={options}
        onOptionsChange={(next) => {
          latest = next;
          setOptions(next);
        }}
      />
    );
  }
  render(<Host />);
  return { user: userEvent.setup(), current: () => latest };
}

it('takes the URL and the token, the token as a secret', async () => {
  const { user, current } = configure();
  await user.type(screen.getByLabelText(/^Gateway URL/), 'http://gateway:4000');
  await user.type(screen.getByLabelText(/^Admin token/), 'hush');
  expect(current().url).toBe('http://gateway:4000');
  expect(current().secureJsonData).toEqual({ adminToken: 'hush' });
  expect(current().jsonData).toEqual({});
  expect(screen.getByLabelText(/^Admin token/)).toHaveAttribute('type', 'password');
});

it('can reset a saved token but not show it', async () => {
  const { user, current } = configure({ secureJsonFields: { adminToken: true } });
  expect(screen.getByLabelText(/^Admin token/)).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(current().secureJsonFields.adminToken).toBe(false);
  expect(screen.getByLabelText(/^Admin token/)).toBeEnabled();
  expect(screen.getByLabelText(/^Admin token/)).toHaveValue('');
});

it('keeps the timeout as a number, which the backend needs', async () => {
  const { user, current } = configure();
  await user.type(screen.getByLabelText(/^Timeout/), '45');
  expect(current().jsonData.timeout).toBe(45);
  await user.clear(screen.getByLabelText(/^Timeout/));
  expect(current().jsonData.timeout).toBeUndefined();
});

it('trusts a CA certificate as soon as there is one', async () => {
  const { user, current } = configure();
  await user.type(screen.getByLabelText(/^CA certificate/), 'PEM');
  expect(current().secureJsonData?.tlsCACert).toBe('PEM');
  expect(current().jsonData.tlsAuthWithCACert).toBe(true);
});

it('stops trusting a CA certificate that is reset', async () => {
  const { user, current } = configure({
    jsonData: { tlsAuthWithCACert: true },
    secureJsonFields: { tlsCACert: true, adminToken: false },
  });
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(current().secureJsonFields.tlsCACert).toBe(false);
  expect(current().jsonData.tlsAuthWithCACert).toBe(false);
});

it('can skip TLS verification', async () => {
  const { user, current } = configure();
  await user.click(screen.getByLabelText(/^Skip TLS verification/));
  expect(current().jsonData.tlsSkipVerify).toBe(true);
});

it('is read-only for a provisioned data source', () => {
  configure({ readOnly: true });
  for (const label of [/^Gateway URL/, /^Admin token/, /^Timeout/, /^CA certificate/, /^Skip TLS verification/]) {
    expect(screen.getByLabelText(label)).toBeDisabled();
  }
});
