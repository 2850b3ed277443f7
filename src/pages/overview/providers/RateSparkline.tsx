import React, { useEffect, useRef, useState } from 'react';
import { FieldColorModeId, type Field } from '@grafana/data';
import { GraphDrawStyle } from '@grafana/schema';
import { Sparkline, useTheme2 } from '@grafana/ui';
import type { Trend } from './providerFigures';

interface Props {
  trend: Trend;
}

const HEIGHT = 40;

const LOOK = {
  color: { mode: FieldColorModeId.Fixed, fixedColor: 'blue' },
  custom: { drawStyle: GraphDrawStyle.Line, lineWidth: 1, fillOpacity: 15 },
};

/** How the rate of requests went, as wide as there is room. The figure is told beside it. */
export function RateSparkline({ trend: { time, values } }: Props) {
  const theme = useTheme2();
  const [box, width] = useWidth();
  const sparkline = {
    x: time,
    y: { ...values, config: { ...values.config, ...LOOK }, state: { range: rangeOf(values) } },
  };
  return (
    <div ref={box} style={{ width: '100%', height: HEIGHT }} aria-hidden>
      {width > 0 && <Sparkline theme={theme} width={width} height={HEIGHT} sparkline={sparkline} config={LOOK} />}
    </div>
  );
}

/** From zero to the peak; a line of zeros lies at the bottom. */
function rangeOf({ values }: Field) {
  const max = Math.max(...values.map((value) => Number(value) || 0)) || 1;
  return { min: 0, max, delta: max };
}

/** The width of an element in pixels as it changes; 0 before it is known. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
