// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';

// jsdom has neither; scenes and @grafana/ui observe elements with both.
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(global, { IntersectionObserver: Observer, ResizeObserver: Observer });
