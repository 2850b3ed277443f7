// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';
import { configure } from '@testing-library/react';

// Machines that test are busy: what is waited for comes, or not at all.
configure({ asyncUtilTimeout: 10_000 });

// jsdom has neither; scenes and @grafana/ui observe elements with both.
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(global, { IntersectionObserver: Observer, ResizeObserver: Observer });

// Grafana's comboboxes measure their texts on a canvas.
HTMLCanvasElement.prototype.getContext = () => ({ measureText: (text) => ({ width: text.length * 8 }) });
