import type { SceneAppPage, SceneVariable } from '@grafana/scenes';

/** Calls pages by what they are of, for as long as `page` is shown: the value of a variable, or their own title without. */
export function titledBy(page: SceneAppPage, variable: SceneVariable, pages: readonly SceneAppPage[] = [page]): void {
  const own = pages.map((each) => each.state.title);
  page.addActivationHandler(() => {
    const show = () =>
      pages.forEach((each, index) => each.setState({ title: String(variable.getValue() || own[index]) }));
    show();
    const subscription = variable.subscribeToState(show);
    return () => subscription.unsubscribe();
  });
}
