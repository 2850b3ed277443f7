import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { GatewayQuery } from '../types';
import { AnnotationEditor } from './AnnotationEditor';
import { fakeCombobox } from './testing/fakeCombobox';

beforeAll(fakeCombobox);

it('chooses events, also for an annotation that was of another data source', async () => {
  const onChange = jest.fn();
  const onRunQuery = jest.fn();
  const before = { refId: 'Anno', expr: 'up' } as unknown as GatewayQuery;
  render(<AnnotationEditor query={before} onChange={onChange} onRunQuery={onRunQuery} />);
  await userEvent.click(screen.getByRole('combobox', { name: 'Events' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Circuit breaker changed' }));
  expect(onChange).toHaveBeenCalledWith({ refId: 'Anno', queryType: 'events', types: ['breaker'] });
  expect(onRunQuery).toHaveBeenCalledTimes(1);
});
