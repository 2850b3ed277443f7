import React from 'react';
import { dateTimeFormat, dateTimeFormatTimeAgo, type DateTimeInput } from '@grafana/data';

/** How long ago something began; when exactly, to whoever points at it. */
export function Since({ time }: { time: DateTimeInput }) {
  return <span title={dateTimeFormat(time)}>{dateTimeFormatTimeAgo(time)}</span>;
}
