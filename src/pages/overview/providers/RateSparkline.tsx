import React, { useEffect, useRef, useState } from 'react';
import { FieldColorModeId } from '@grafana/data';
import { GraphDrawStyle } from '@grafana/schema';
import { Sparkline, useTheme2 } from '@grafana/ui';
import type { Trend } from './providerFigures';

interface Props {
  trend: Trend;
}

const HEIGHT = 40;

const LOOK = {
  // Zero is the bottom: otherwise a steady rate looks as wild as any.
  min: 0,
  color: { mode: FieldColorModeId.Fixed, fixedColor: 'blue' },
  custom: { drawStyle: GraphDrawStyle.Line, lineWidth: 1, fillOpacity: 15 },
};

/** How the rate of requests went, as wide as there is room. The figure is told beside it. */
export function RateSparkline({ trend: { time, values } }: Props) {
  const theme = useTheme2();
  const [box, width] = useWidth();
  const sparkline = { x: time, y: { ...values, config: { ...values.config, ...LOOK } } };
  return (
    <div ref={box} style={{ width: '100%', height: HEIGHT }} aria-hidden>
      {width > 0 && <Sparkline theme={theme} width={width} height={HEIGHT} sparkline={sparkline} config={LOOK} />}
    </div>
  );
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
