# Two images from one file: `--target gateway` and `--target grafana`. docker-compose.yaml builds both.

FROM node:22-bookworm AS build
WORKDIR /src
COPY package.json package-lock.json ./
COPY catalogue/package.json catalogue/
COPY gateway/package.json gateway/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build:node && npm run build:app

FROM node:22-bookworm AS gateway-modules
WORKDIR /src
COPY package.json package-lock.json ./
COPY catalogue/package.json catalogue/
COPY gateway/package.json gateway/
RUN npm ci --omit=dev --workspace gateway --workspace catalogue --no-audit --no-fund

FROM node:22-bookworm-slim AS gateway
ENV NODE_ENV=production
WORKDIR /app
COPY --from=gateway-modules /src ./
COPY --from=build /src/catalogue/dist catalogue/dist
COPY --from=build /src/gateway/dist gateway/dist
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 4000
VOLUME /data
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/health/ready').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "gateway/dist/cli.js"]
CMD ["serve", "--config", "/etc/llm-gateway/llm-gateway.yaml", "--host", "0.0.0.0", "--port", "4000", "--data", "/data"]

FROM golang:1.26-bookworm AS backend
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY Magefile.go ./
COPY pkg pkg
COPY src/plugin.json src/plugin.json
COPY src/datasource/plugin.json src/datasource/plugin.json
RUN go run github.com/magefile/mage build:linux build:linuxARM64

FROM grafana/grafana:12.3.3 AS grafana
COPY --from=build /src/dist /var/lib/grafana-plugins/llmgateway-app
COPY --from=backend /src/dist/datasource/gpx_* /var/lib/grafana-plugins/llmgateway-app/datasource/
COPY provisioning/grafana /etc/grafana/provisioning
ENV LLM_GATEWAY_DASHBOARDS=/etc/grafana/provisioning/dashboards/llm-gateway \
  GF_PATHS_PLUGINS=/var/lib/grafana-plugins \
  GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS=llmgateway-app,llmgateway-datasource \
  GF_PLUGINS_PREINSTALL_DISABLED=true \
  GF_ANALYTICS_REPORTING_ENABLED=false \
  GF_ANALYTICS_CHECK_FOR_UPDATES=false \
  GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES=false \
  GF_NEWS_NEWS_FEED_ENABLED=false
