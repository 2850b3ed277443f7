import { alertRules } from '../alerts/index.js';
import { runbookUrl } from '../alerts/runbookUrl.js';
import { alertsDoc } from './alertsDoc.js';

const { path, text } = alertsDoc();
/** As GitHub makes them of headings. */
const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')
);

test.each(alertRules.map((rule) => [rule.name, rule] as const))(
  'the runbook of %s is where its link leads',
  (_name, rule) => {
    const [file = '', anchor] = runbookUrl(rule).split('#');
    expect(file.endsWith(`/${path}`)).toBe(true);
    expect(anchors.filter((each) => each === anchor)).toEqual([anchor]);
  }
);

test('links within it lead somewhere', () => {
  const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(30);
  expect(anchors).toEqual(expect.arrayContaining(links));
});
