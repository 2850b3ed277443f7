import React from 'react';
import { dateTimeFormat, dateTimeFormatTimeAgo, type DateTimeInput } from '@grafana/data';

/** How long ago something began; when exactly, to whoever points at it. Nothing where nothing has begun. */
export function Since({ time }: { time: DateTimeInput | undefined }) {
  return time === undefined ? null : <span title={dateTimeFormat(time)}>{dateTimeFormatTimeAgo(time)}</span>;
}
