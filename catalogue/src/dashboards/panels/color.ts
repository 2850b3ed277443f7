import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';

export const byThresholds = () => new FieldColorBuilder().mode(FieldColorModeId.Thresholds);

export const byPalette = () => new FieldColorBuilder().mode(FieldColorModeId.PaletteClassic);

export const fixed = (color: string) => new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor(color);

/** As property of an override. */
export const fixedProperty = (color: string) => ({
  id: 'color',
  value: { mode: FieldColorModeId.Fixed, fixedColor: color },
});
