import { configure } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

// Whether an element is hidden, and whether it takes clicks, is asked of jsdom's styles, which takes most of a test's
// time in large forms.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });

/** Someone at a page with large forms. */
export const user = userEvent.setup({ pointerEventsCheck: 0, delay: null });
