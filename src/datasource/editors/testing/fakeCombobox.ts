/** Comboboxes measure their texts and show only the options that fit; jsdom has neither canvas nor sizes. */
export function fakeCombobox(): void {
  HTMLCanvasElement.prototype.getContext = jest.fn().mockReturnValue({ measureText: () => ({ width: 100 }) });
  jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
}
