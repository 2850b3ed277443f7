import React, { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ListField } from './ListField';

const saved = jest.fn<void, [string[]]>();

function Form({ first = [] }: { first?: string[] }) {
  const [value, setValue] = useState(first);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saved(value);
      }}
    >
      <ListField label="Models" value={value} onChange={setValue} />
      <button type="submit">Save</button>
    </form>
  );
}

beforeEach(() => saved.mockClear());

const tags = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

it('moves nothing while a button is pressed, and saves what was typed by that one click', async () => {
  const user = userEvent.setup();
  render(<Form />);
  await user.type(screen.getByLabelText('Models'), 'gpt-4o');
  const save = screen.getByRole('button', { name: 'Save' });
  await user.pointer({ keys: '[MouseLeft>]', target: save });
  // The field has been left, and a line of tags would push the button away from below the pointer.
  expect(screen.getByLabelText('Models')).not.toHaveFocus();
  expect(tags()).toEqual([]);
  await user.pointer({ keys: '[/MouseLeft]', target: save });
  expect(saved).toHaveBeenCalledWith(['gpt-4o']);
  expect(await screen.findByText('gpt-4o')).toBeInTheDocument();
});

it('keeps what was typed when another text is taken out next', async () => {
  const user = userEvent.setup();
  render(<Form first={['old']} />);
  await user.type(screen.getByLabelText('Models'), 'new');
  await user.click(screen.getByRole('button', { name: /remove.*old/i }));
  expect(await screen.findByText('new')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(saved).toHaveBeenCalledWith(['new']);
});

it('takes each text once, without blanks around it, by Enter too', async () => {
  const user = userEvent.setup();
  render(<Form />);
  await user.type(screen.getByLabelText('Models'), ' a {Enter}a{Enter} {Enter}b{Enter}');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(saved).toHaveBeenCalledWith(['a', 'b']);
});
